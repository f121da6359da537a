/** What it costs to hide a count: how many lines of the tables are lost, and how much each matters. */
import type { Where } from '../../aggregate/tables.ts';
import type { Survey } from '../../survey/survey.ts';
import type { Kind } from './count-cells.ts';

/** Lines that stand for the whole survey, or for its outer groups, are what a report is read for. */
const EVERYBODY = 50;
const OUTER = 3;
/** Of a line that says that nobody is there. */
const NOTHING = 0.02;
/** Lines that say again in another way what a main table says. */
const BESIDE = 0.2;

/** A base is no line by itself; what it carries falls with it. Others are one line, if not noted here. */
const LINES: Readonly<Partial<Record<Kind, number>>> = {
  base: 0,
  'theme-base': 0,
  answered: 0,
  square: 0,
  'again-base': 0,
  again: BESIDE,
  asked: BESIDE,
  mentions: BESIDE,
};

/** @returns lines, weighted; 0 or more */
export function linesLost(
  kind: Kind,
  { group }: Where,
  { n, primary }: { readonly n: number; readonly primary: boolean },
  survey: Survey,
): number {
  const lines = LINES[kind] ?? 1;
  // That nobody at all said something bounds what they can have said anywhere.
  if (group === 'all' && !primary) return lines * (n === 0 ? OUTER : EVERYBODY);
  if (n === 0 || primary) return lines * NOTHING;
  const isOuter = survey.groups.some((one) => one.id === group && one.within === null);
  return lines * (isOuter ? OUTER : 1);
}
