/** Labels of the rows of a heat map: how long their lines may be. */
import { narrowest } from './heatmap-columns.ts';
import { roomOf } from './labels.ts';
import { lineCount, wrap } from './text.ts';

/** Ems of a line of the rows' labels, from what is enough for most. */
const LABEL_EMS = [8, 9.5, 11] as const;
/** Lines of a label that make no row too high. */
const FEW_LINES = 2;
/** Pixels of a phone of 360 between the margins of the page. */
const PHONE = 328;

/** The fewest that spare lines, as long as no phone has to scroll for that alone. */
export function labelEms(rows: readonly string[], columns: readonly string[]): number {
  const scrolls = (ems: number) => narrowest(roomOf(ems), columns) > PHONE;
  const found = LABEL_EMS.filter((ems) => scrolls(ems) === scrolls(LABEL_EMS[0]));
  const lines = found.map((ems) =>
    Math.max(FEW_LINES, ...rows.map((one) => lineCount(wrap(one, ems)))),
  );
  return found[lines.indexOf(Math.min(...lines))]!;
}
