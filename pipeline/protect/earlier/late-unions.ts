/**
 * What several hidden counts tell together beside an earlier release: everybody who came late, less those
 * of the units that are shown, are those of the units that are not.
 *
 * Counts that are shown obey the rule for differences each by itself, so that any of them together do. It
 * is left to look at what hidden ones come to together, sum by sum: where that would tell of a few, more
 * is hidden beside them, of those with late answers, since others would cover nothing.
 */
import { type Count, type Counts, isBase } from '../counts/count-cells.ts';
import type { Relation } from '../counts/relation.ts';
import type { IsTelling } from './differences.ts';
import { canHide, type LateCounts, type Places } from './late-counts.ts';

/** Adds what must be hidden too, so that what is hidden tells of no few together. */
export function hideTellingUnions(late: LateCounts, places: Places): void {
  places.hideBlocks();
  for (let before = -1; before !== late.telling.size; ) {
    before = late.telling.size;
    for (const relation of late.relations) coverUnion(relation, places, late);
  }
}

/** A side of a sum. */
interface Sides {
  readonly whole: readonly Count[];
  readonly parts: readonly Count[];
}

/** Hides more where the hidden counts of a sum, all on one side of it, would tell of a few. */
function coverUnion(relation: Relation, places: Places, late: LateCounts): void {
  const sides = sidesOf(relation, late.counts);
  if (sides === null) return;
  const { whole, parts } = sides;
  hideOfOtherTimes(whole, parts, places, late);
  for (;;) {
    const hidden = parts.filter((one) => !places.isOpen(one));
    if (hidden.length === 0 || whole.some((one) => !places.isOpen(one))) return;
    // How many there are is told, and that all of them said something of all that can be said.
    const open = parts.filter((one) => places.isOpen(one));
    if (hidden.some(isBase) || open.every(({ fixed }) => fixed)) return;
    const apart = places.lateOf(whole) - places.lateOf(open);
    const isOfOne = parts.every(({ over }) => over === hidden[0]!.over);
    // Who said none of what is hidden at one place said what is shown there, which tells of no few.
    const under = isOfOne ? null : lateUnder(hidden, sides, open, places);
    const isTelling = late.ruleIn(whole[0]!.group);
    const tells = (n: number) => isTelling(Math.abs(n), under);
    if (!tells(apart)) return;
    const more = isOfOne
      ? optionToHide(open, whole, places, (one) => !tells(apart + places.lateOf([one])))
      : placeToHide(open, whole, places, { apart, under, isTelling });
    if (more.length === 0) return;
    for (const { name } of more) late.telling.add(name);
  }
}

/**
 * Hides parts that have changed since another time than the whole was told: what the others were then, and
 * what is left of all, nobody here knows any more.
 */
function hideOfOtherTimes(
  whole: readonly Count[],
  parts: readonly Count[],
  places: Places,
  { left, telling }: LateCounts,
): void {
  const timeOf = ({ name }: Count) => left.get(name) ?? 0;
  const times = new Set(whole.map(timeOf));
  for (const part of parts) {
    if (times.has(timeOf(part)) || !places.isOpen(part) || places.weightOf(part) === 0) continue;
    for (const { name } of places.hiddenWith(part)) telling.add(name);
  }
}

/** The counts of a sum, as a whole and its parts; null where some are no people, or are not published. */
function sidesOf({ left, right, is, times }: Relation, counts: Counts): Sides | null {
  if (is !== 'zero' || times !== undefined || left.length === 0 || right.length === 0) return null;
  const whole = left.map((name) => counts.get(name as string));
  const parts = right.map((name) => counts.get(name as string));
  const isOfPeople = (one: Count | undefined): one is Count => one?.ofPeople === true;
  return whole.every(isOfPeople) && parts.every(isOfPeople) ? { whole, parts } : null;
}

/** How many late ones hidden parts are of: those of their base, or those of no place that is shown. */
function lateUnder(
  hidden: readonly Count[],
  { whole }: Sides,
  open: readonly Count[],
  places: Places,
): number | null {
  const [first] = hidden;
  const isOfOne = hidden.every(({ over }) => over === first!.over);
  const own = isOfOne ? places.lateAmong([first!]) : null;
  if (own !== null) return Math.abs(own);
  const [all, shown] = [places.lateAmong(whole), places.lateAmong(open)];
  return whole.length > 1 || all === null || shown === null ? null : Math.abs(all - shown);
}

/**
 * Of what is said at one place: what fewest of the late ones said that is enough, else what most said; the
 * whole where none said any, or where less is lost with it.
 */
function optionToHide(
  open: readonly Count[],
  whole: readonly Count[],
  places: Places,
  isEnough: (one: Count) => boolean,
): readonly Count[] {
  const lateOf = (one: Count) => Math.abs(places.lateOf([one]));
  const said = open
    .filter((one) => canHide(one) && lateOf(one) > 0)
    .sort((a, b) => lateOf(a) - lateOf(b));
  const next = said.find(isEnough) ?? said.at(-1);
  const wholes = whole.filter(canHide);
  const lost = wholes.reduce((sum, { lines }) => sum + lines, 0);
  if (next === undefined || (wholes.length > 0 && lost < next.lines)) return wholes;
  return places.hiddenWith(next);
}

/** What is left of all: how many are counted, of how many. */
interface Rest {
  readonly apart: number;
  readonly under: number | null;
  readonly isTelling: IsTelling;
}

/**
 * Of places the one with the fewest late answers that is enough, else with the most; the whole where none has
 * any. Where those who are left are few, it takes more people; else more who said it.
 */
function placeToHide(
  open: readonly Count[],
  whole: readonly Count[],
  places: Places,
  { apart, under, isTelling }: Rest,
): readonly Count[] {
  const areFew = isTelling(0, under);
  const lateAt = (one: Count) =>
    Math.abs(areFew ? (places.lateAmong([one]) ?? 0) : places.lateOf([one]));
  const isEnough = (one: Count) => {
    const more = places.lateAmong([one]);
    const people = under === null || more === null ? null : under + Math.abs(more);
    return !isTelling(Math.abs(apart + places.lateOf([one])), people);
  };
  const late = open
    .filter((one) => canHide(one) && lateAt(one) > 0)
    .sort((a, b) => lateAt(a) - lateAt(b));
  const next = late.find(isEnough) ?? late.at(-1);
  return next === undefined ? whole.filter(canHide) : places.hiddenWith(next);
}
