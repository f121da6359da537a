/** Units beside the whole: which of them chance alone would not put so far away. */
import type { ProblemRow } from '../aggregate/tables.ts';
import { unitGroups } from '../aggregate/uncoded/units.ts';
import { NO_VALUE } from '../read/respondent.ts';
import { funnelPlace } from '../statistics/funnel.ts';
import type { Group } from '../survey/survey.ts';
import type { ReportModel } from './model.ts';
import { overall, type Panel } from './panels.ts';

/** Limits of a funnel: a warning and an alarm, as control charts have them. */
export const WARNING = 0.95;
export const ALARM = 0.998;

/** Where a share lies: within both limits, beyond those at 95 %, or beyond those at 99.8 %. */
export type Standing = 'within' | 'above' | 'below' | 'far-above' | 'far-below';

/** A published share of one unit. */
export interface UnitPoint {
  /** Value of the group. */
  readonly value: string;
  readonly share: number;
  /** Effective number of respondents: where it stands on the axis. */
  readonly n: number;
  readonly row: ProblemRow;
  readonly standing: Standing;
}

export interface UnitFunnel {
  readonly code: string;
  /** The share of the whole sample. */
  readonly target: number;
  readonly targetBase: number | null;
  /** In the order of the table; units that are hidden are not among them. */
  readonly units: readonly UnitPoint[];
  /** How many units are not among them because their figures are not published. */
  readonly hidden: number;
}

/** Fewer units make no funnel; more would make the page too heavy. */
export const FEWEST_UNITS = 5;
export const MOST_UNITS = 250;

/** The groups that tell units apart. */
export function innermostGroups(model: ReportModel): readonly Group[] {
  return unitGroups(model.survey).map((place) => model.survey.groups[place]!);
}

/**
 * The units of the latest round beside the whole, for a problem or (by the taxonomy's id) any.
 *
 * @returns null where the whole is hidden, or too few or too many units are shown
 */
export function unitFunnel(panel: Panel, group: Group, code: string): UnitFunnel | null {
  const whole = overall(panel, panel.latest.id).get(code);
  if (whole === undefined || whole.share === null) return null;
  const target = whole.share;
  const own = panel.rows.filter(
    (row) =>
      row.group === group.id &&
      row.round === panel.latest.id &&
      row.code === code &&
      !row.value.endsWith(NO_VALUE),
  );
  const units = own.flatMap((row): UnitPoint[] => {
    const { value, share, n_effective: n } = row;
    if (share === null || n === null || n <= 0) return [];
    return [{ value, share, n, row, standing: standingOf(share, target, n) }];
  });
  if (units.length < FEWEST_UNITS || units.length > MOST_UNITS) return null;
  const hidden = own.filter(({ status }) => status === 'suppressed').length;
  return { code, target, targetBase: whole.base, units, hidden };
}

/** @example standingOf(0.62, 0.5, 100) // 'above': the limits are 0.402 to 0.598, and 0.345 to 0.655 */
function standingOf(share: number, target: number, n: number): Standing {
  const place = funnelPlace({ share, n }, target, [WARNING, ALARM]);
  if (place === null || place.side === 'inside') return 'within';
  return place.level === ALARM ? `far-${place.side}` : place.side;
}

export function isFar({ standing }: UnitPoint): boolean {
  return standing === 'far-above' || standing === 'far-below';
}

/** Problems of the small multiples: as many as are read at a glance. */
const MOST_PROBLEMS = 4;

/**
 * Funnels of the most common problems that enough units show and anybody mentioned, in the order of the
 * main chart.
 */
export function problemFunnels(panel: Panel, group: Group): readonly UnitFunnel[] {
  return panel.order
    .flatMap((code) => unitFunnel(panel, group, code) ?? [])
    .filter(({ target }) => target > 0)
    .slice(0, MOST_PROBLEMS);
}

/** Problems more common than one of these that have no funnel, as too few units show them. */
export function problemsLeftOut(panel: Panel, funnels: readonly UnitFunnel[]): readonly string[] {
  const drawn = funnels.map(({ code }) => code);
  return panel.order
    .slice(0, panel.order.indexOf(drawn.at(-1) ?? '') + 1)
    .filter((code) => !drawn.includes(code));
}
