/** manifest.json: hashes, versions, settings and rows, enough to make the report again. */
import { basename } from 'node:path';
import type { Effects } from '../effects.ts';
import { changeRows } from '../protect/earlier/remembered.ts';
import type { Protection } from '../protect/protect.ts';
import type { ToldWeighting } from '../protect/weighting.ts';
import type { Population } from '../read/population.ts';
import type { Manifest } from '../report/manifest.ts';
import { sha256 } from '../sha256.ts';
import { unaskedQuestions } from '../survey/question-in.ts';
import type { Survey } from '../survey/survey.ts';
import type { Codebook } from '../tally/codebook.ts';
import type { CountedFile } from '../tally/count-rounds.ts';

/** What the run found and made, besides its tables. */
export interface Account extends Pick<Manifest, 'revised' | 'rows' | 'hygiene' | 'weighting'> {
  /** How the respondents of rounds have changed from release to release. */
  readonly changes: Protection['changes'];
  readonly population: Population | null;
}

/** Where a set of results comes from. Holds no time and no path of this machine. */
export async function makeManifest(
  survey: Survey,
  codebook: Codebook,
  files: readonly CountedFile[],
  { revised, changes, rows, hygiene, weighting, population }: Account,
  version: string,
  fx: Effects,
): Promise<Manifest> {
  const surveyHash = sha256(await fx.read(survey.file));
  const { program, hand_codes, taxonomies } = codedBy(codebook, version);
  return {
    schema: 1,
    program,
    survey: { file: basename(survey.file), sha256: surveyHash },
    inputs: files.map(({ round, file }) => {
      const { name, sha256, encoding, format, encodingReason, runnerUp, twin } = file;
      return {
        round,
        file: name,
        sha256,
        encoding,
        format,
        encoding_reason: encodingReason,
        runner_up: runnerUp,
        ...(twin === null ? {} : { twin: { file: twin.name, sha256: twin.sha256 } }),
      };
    }),
    hand_codes,
    taxonomies,
    settings: {
      minimum: survey.privacy.minimum,
      quotes: survey.privacy.quotes,
      personal_data: survey.privacy.personalData,
      confidence: survey.statistics.confidence,
      interval: survey.statistics.interval,
      correction: survey.statistics.correction,
      weighted: survey.columns.weight !== null,
      weighting: survey.weighting.method,
      design: designWords(survey),
      panel: survey.panel,
      maximum_set_aside: survey.maximumSetAside,
      languages: survey.languages.join(' '),
    },
    not_asked: unaskedQuestions(survey),
    revised,
    changes: changeRows(changes),
    hygiene,
    rows,
    population: population === null ? null : { file: population.file, sha256: population.sha256 },
    weighting: weighting.map(rounded),
  };
}

/** What the answers of a run are coded by. */
export function codedBy(
  { taxonomies, handCodes }: Codebook,
  version: string,
): Pick<Manifest, 'program' | 'hand_codes' | 'taxonomies'> {
  const byHand =
    handCodes === null
      ? null
      : { file: handCodes.file, sha256: handCodes.sha256, answers: handCodes.used };
  return {
    program: { name: 'canvass', version },
    hand_codes: byHand,
    taxonomies: [...taxonomies.values()].map(({ id, sha256 }) => ({ id, sha256 })),
  };
}

/** Columns of the sampling design that the survey names. @example 'stratum cluster' */
function designWords({ columns }: Survey): string {
  const named = (['stratum', 'cluster', 'fpc'] as const).filter((one) => columns[one] !== null);
  return named.join(' ');
}

/** As published figures are: enough digits to judge by, the same on every machine. */
function rounded(one: ToldWeighting): ToldWeighting {
  const digits = (value: number) => Number(value.toFixed(4));
  const told = (value: number | null) => (value === null ? null : digits(value));
  return {
    ...one,
    deviation: told(one.deviation),
    unreached: digits(one.unreached),
    design_effect: told(one.design_effect),
  };
}
