/** The findings in sentences, the most important first. */
import { groupBy } from '../../group-by.ts';
import { type Context, plainly, say } from '../context.ts';
import type { Section } from '../figure.ts';
import { html } from '../html.ts';
import { sentenceList } from '../sentences.ts';
import type { Verdict, VerdictKind } from '../verdicts/verdict.ts';

const MOST = 6;

export function findings(context: Context): Section {
  const told = mostImportant(context.verdicts).slice(0, MOST);
  return {
    id: 'findings',
    title: plainly(context, 'findings'),
    body: html`${told.length === 0 ? html`<p>${say(context, 'findNothing')}</p>` : sentenceList(context, told)}
<p class="aside">${say(context, 'findingsNote')}</p>`,
  };
}

/**
 * As a busy reader wants it: what is common, what changed most, where groups differ most, what is
 * too small to say and what was not reached; then what became of the questions that did not
 * change, and what else there is.
 */
function mostImportant(verdicts: readonly Verdict[]): readonly Verdict[] {
  const of = (...kinds: readonly VerdictKind[]) =>
    verdicts.filter(({ kind }) => kinds.includes(kind));
  const changed = [
    ...largest(of('rose', 'fell')),
    ...trendsBesides(verdicts),
    ...movedOf(verdicts),
  ];
  const still = unchangedOf(verdicts);
  const changes = changed.length > 0 ? changed : still;
  const differ = largest(of('differs-by-group'));
  const differences = differ.length > 0 ? differ : of('no-group-difference');
  const small = of('too-few', 'too-few-in-values');
  const first = [...of('ranking'), ...[changes, differences, small].flatMap(([one]) => one ?? [])];
  const rest = [...of('uncoded'), ...still, ...changes, ...differences, ...of('any-problem')];
  return [...new Set([...first, ...rest])];
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

/** By the size of what was borne out, the largest first; those without a size last. */
function largest(verdicts: readonly Verdict[]): readonly Verdict[] {
  return verdicts.toSorted((a, b) => sizeOf(b) - sizeOf(a));
}

function sizeOf(verdict: Verdict): number {
  switch (verdict.kind) {
    case 'rose':
    case 'fell':
      return Math.abs(verdict.change.difference);
    case 'differs-by-group':
      return Math.max(
        0,
        ...[...verdict.above, ...verdict.below].map(({ difference }) => Math.abs(difference)),
      );
    default:
      return 0;
  }
}
