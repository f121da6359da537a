/** The findings in sentences, the most important first. */
import { groupBy } from '../../group-by.ts';
import { type Context, plainly, say } from '../context.ts';
import type { Section } from '../figure.ts';
import { html } from '../html.ts';
import { headlineList } from '../sentences/headlines.ts';
import type { Verdict, VerdictKind } from '../verdicts/verdict.ts';

/** More are not remembered. */
const MOST = 6;
/** Of each kind of what is borne out, before more of one kind are told. */
const EACH = 2;

export function findings(context: Context): Section {
  const told = mostImportant(context.verdicts);
  return {
    id: 'findings',
    title: plainly(context, 'findings'),
    body: html`${told.length === 0 ? html`<p>${say(context, 'findNothing')}</p>` : headlineList(context, told)}
<p class="aside">${say(context, 'findingsNote')}</p>`,
  };
}

/**
 * As a busy reader wants it: what is common and what is borne out, kind by kind, the largest of each
 * first; then what rests on too few answers or was not reached; last, what did not change or differ.
 * No kind of what is borne out crowds out another.
 */
function mostImportant(verdicts: readonly Verdict[]): readonly Verdict[] {
  const of = (...kinds: readonly VerdictKind[]) =>
    verdicts.filter(({ kind }) => kinds.includes(kind));
  const borneOut = [
    of('ranking'),
    largest(of('rose', 'fell')),
    largest(movedOf(verdicts)),
    largest(of('differs-by-group')),
    trendsBesides(verdicts),
  ];
  const ordered = [
    ...borneOut.flat(),
    ...[...of('too-few'), ...of('too-few-in-values')].slice(0, 1),
    ...of('uncoded'),
    ...unchangedOf(verdicts),
    ...of('no-group-difference', 'any-problem'),
  ];
  // The first of each kind, then the second of each.
  const first = Array.from({ length: EACH }, (_, at) =>
    borneOut.flatMap((alike) => alike.slice(at, at + 1)),
  ).flat();
  const told = new Set([...new Set([...first, ...ordered])].slice(0, MOST));
  return ordered.filter((one) => told.has(one));
}

/** Trends that are borne out, of problems that no change is told of: one sentence a problem. */
function trendsBesides(verdicts: readonly Verdict[]): readonly Verdict[] {
  const told = new Set(
    verdicts.flatMap((one) =>
      one.kind === 'rose' || one.kind === 'fell' ? [keyOf(one, one.change.code)] : [],
    ),
  );
  return verdicts.filter(
    (one) =>
      one.kind === 'trend-over-rounds' &&
      one.direction !== 'no-evidence' &&
      one.trends.every(({ code }) => !told.has(keyOf(one, code))),
  );
}

function movedOf(verdicts: readonly Verdict[]): readonly Verdict[] {
  return verdicts.filter((one) => one.kind === 'scale-moved' && one.direction !== 'no-evidence');
}

/** Of every panel without a change borne out, what is said instead, such as that none was. */
function unchangedOf(verdicts: readonly Verdict[]): readonly Verdict[] {
  const changed = new Set(
    verdicts.filter(({ kind }) => kind === 'rose' || kind === 'fell').map((one) => keyOf(one)),
  );
  const instead = ['no-evidence', 'not-comparable', 'not-asked', 'hidden'];
  const found = groupBy(
    verdicts.filter(
      (one) => one.taxonomy !== '' && instead.includes(one.kind) && !changed.has(keyOf(one)),
    ),
    (one) => keyOf(one),
  );
  return [...found.values()].flatMap((alike) =>
    alike.toSorted((a, b) => instead.indexOf(a.kind) - instead.indexOf(b.kind)).slice(0, 1),
  );
}

function keyOf({ question, taxonomy }: Verdict, code = ''): string {
  return JSON.stringify([question, taxonomy, code]);
}

/**
 * By the size of what was borne out, the largest first; those without a size last. Scales move in
 * parts of their range, so that those of different ranges can be put in order.
 */
function largest(verdicts: readonly Verdict[]): readonly Verdict[] {
  return verdicts.toSorted((a, b) => sizeOf(b) - sizeOf(a));
}

function sizeOf(verdict: Verdict): number {
  switch (verdict.kind) {
    case 'rose':
    case 'fell':
      return Math.abs(verdict.change.difference);
    case 'scale-moved':
      return Math.abs(verdict.difference) / (verdict.range[1] - verdict.range[0]);
    case 'differs-by-group':
      return Math.max(
        0,
        ...[...verdict.above, ...verdict.below].map(({ difference }) => Math.abs(difference)),
      );
    default:
      return 0;
  }
}
