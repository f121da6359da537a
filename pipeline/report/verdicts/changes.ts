/** Verdicts about the latest round against the one before, from trends.csv. */
import type { TrendRow } from '../../aggregate/tables.ts';
import { figureOf, isTooFew } from '../../chart/figure.ts';
import type { ReportModel } from '../../chart/model.ts';
import { latestTrends, overall, type Panel, unaskedRounds } from '../../chart/panels.ts';
import type {
  Change,
  Changed,
  Hidden,
  NoEvidence,
  NotAsked,
  NotComparable,
  TooFew,
} from './verdict.ts';

type ChangeVerdict = Changed | NoEvidence | TooFew | Hidden | NotAsked | NotComparable;

/** A share too small to speak of is not compared either, whatever its test says. */
export function changeVerdicts(model: ReportModel, panel: Panel): readonly ChangeVerdict[] {
  return [...unaskedOf(model, panel), ...comparedOf(model, panel)];
}

function unaskedOf(model: ReportModel, panel: Panel): readonly (NotAsked | NotComparable)[] {
  const about = { question: panel.question.id, taxonomy: panel.taxonomy.id };
  const rounds = unaskedRounds(model, panel.question).map(({ id }) => id);
  const { asked } = panel.question;
  const to = panel.latest.id;
  const from = asked[asked.indexOf(to) - 1];
  // Asked in the round before, and yet without results of this taxonomy: another one coded it.
  const other = from !== undefined && panel.question.taxonomy.by === 'round' && !has(panel, from);
  return [
    ...(rounds.length === 0 ? [] : [{ kind: 'not-asked', ...about, rounds } as const]),
    ...(other ? [{ kind: 'not-comparable', ...about, from, to, reason: 'taxonomy' } as const] : []),
  ];
}

function has(panel: Panel, round: string): boolean {
  return panel.rounds.some(({ id }) => id === round);
}

function comparedOf(model: ReportModel, panel: Panel): readonly ChangeVerdict[] {
  const { previous, latest } = panel;
  if (previous === null) return [];
  const about = { question: panel.question.id, taxonomy: panel.taxonomy.id };
  const between = { ...about, from: previous.id, to: latest.id };
  const compared = panel.order.map((code) => ({ code, change: changeOf(model, panel, code) }));
  const changes = compared.flatMap(({ change }) => change ?? []);
  const hidden = compared.filter(({ change }) => change === null).map(({ code }) => code);
  const small = changes.filter(({ before, after }) => isTooFew(before) || isTooFew(after));
  const large = changes.filter((one) => !small.includes(one));
  const borneOut = large.filter(({ change }) => change === 'up' || change === 'down');
  const still = large.filter(({ change }) => change === 'no-evidence');
  return [
    ...borneOut
      .toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference))
      .map(({ change, ...rest }): Changed => {
        return { kind: change === 'up' ? 'rose' : 'fell', ...between, change: rest };
      }),
    ...(still.length === 0
      ? []
      : [
          {
            kind: 'no-evidence',
            ...between,
            changes: still.map(({ change: _, ...rest }) => rest),
          } as const,
        ]),
    ...tooFewOf(small, between),
    ...(hidden.length === 0 ? [] : [{ kind: 'hidden', ...between, codes: hidden } as const]),
  ];
}

type Tested = Change & Pick<TrendRow, 'change'>;

/** Null where a side is hidden or has nobody to ask. */
function changeOf(model: ReportModel, panel: Panel, code: string): Tested | null {
  const { previous, latest } = panel;
  const row = latestTrends(model, panel, code).find(({ from }) => from === previous?.id);
  const [before, after] = [previous?.id, latest.id].map((round) =>
    figureOf(overall(panel, round).get(code)),
  );
  if (row === undefined || row.shown === 'no' || !before || !after) return null;
  const { difference, low, high, p_adjusted, change } = row;
  if (difference === null || low === null || high === null) return null;
  return { code, before, after, difference, low, high, p_adjusted, change };
}

/** One verdict, which tells the smaller of the two rounds. */
function tooFewOf(
  small: readonly Tested[],
  { from, to, ...about }: { question: string; taxonomy: string; from: string; to: string },
): readonly TooFew[] {
  const [first] = small;
  if (first === undefined) return [];
  const { before, after } = first;
  const [round, { base, n_effective }] =
    before.n_effective < after.n_effective ? [from, before] : [to, after];
  const codes = small.map(({ code }) => code);
  return [{ kind: 'too-few', ...about, round, codes, base, n_effective }];
}
