/** Made surveys beside a release of others. */
import type { CountTables } from '../../pipeline/aggregate/tables.ts';
import { knownCounts } from '../../pipeline/protect/earlier/known-counts.ts';
import type { Release } from '../../pipeline/protect/earlier/release.ts';
import type { MadeSurvey } from './oracle-surveys.ts';
import { protectTables } from './protect-tables.ts';

/** The first release of a survey. @param tables as it was published */
export function firstRelease(tables: CountTables): Release {
  return {
    tables,
    known: knownCounts(tables),
    inputs: new Map([['r1', 'first']]),
    left: new Map(),
    revised: new Set(),
    changes: new Map(),
    coding: null,
  };
}

/** What is published of a survey beside the release of another, of other files. */
export function besideRelease(now: MadeSurvey, before: MadeSurvey): CountTables {
  return protectTables(now.before, now.survey, now.codebook, {
    release: firstRelease(before.published),
    inputs: new Map([['r1', 'second']]),
    coding: null,
    ids: new Map(),
  }).tables;
}
