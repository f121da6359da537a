/**
 * KoboToolbox: `;` or `,`, questions as `question` or, in groups, `group/question`.
 *
 * A multiple question has a column with all its choices joined by blanks and beside it one 0/1
 * column an option, `question/option`; either may be missing. Places add columns such as
 * `_question_latitude`; what is known of the submission stands at the end, `_id, _uuid, …`.
 */
import { groupBy } from '../../group-by.ts';
import type { RawRecord } from '../record.ts';
import { type ColumnRole, commonRole } from './column-role.ts';
import { type Layout, layoutOf } from './layout.ts';
import { filledCells, type Part, partRoles, rolesOf } from './parts.ts';

const TELLTALE: ReadonlySet<string> = new Set([
  '_id',
  '_uuid',
  '_submission_time',
  '_validation_status',
  '_submitted_by',
  '_index',
]);
/** Fewest of them. */
const ENOUGH = 3;
const METADATA =
  /^(?:start|end|today|deviceid|audit|_.+|__version__|(?:meta|formhub)\/.*|.*_URL)$/i;
const PERSONAL = /^(?:username|phonenumber|email|subscriberid|simserial|simid)$/i;
const PLACE = /_(?:latitude|longitude|altitude|precision)$/;
const ANALYSIS = / - (?:verified|source|transcript.*|translation.*)$/i;

export function kobotoolbox(first: readonly RawRecord[]): Layout | null {
  const header = first[0]?.cells ?? [];
  const names = header.map((cell) => cell.trim());
  if (names.filter((name) => TELLTALE.has(name)).length < ENOUGH) return null;
  const records = first.slice(1);
  const own = new Map<number, ColumnRole>(partRoles(partsOf(names, records), records));
  const places = new Set(
    names
      .filter((name) => PLACE.test(name))
      .map((name) => name.replace(PLACE, '').replace(/(^|\/)_/, '$1')),
  );
  names.forEach((name, column) => {
    if (own.has(column)) return;
    own.set(
      column,
      recordedRole(name, places, names) ?? { kind: 'question', question: bare(name, names) },
    );
  });
  const roles = rolesOf(header, own);
  return layoutOf({ format: 'kobotoolbox', headerRows: 1, header, roles, separators: [' '] });
}

function recordedRole(
  name: string,
  places: ReadonlySet<string>,
  names: readonly string[],
): ColumnRole | null {
  if (PERSONAL.test(name)) return { kind: 'personal' };
  if (name !== '_id' && METADATA.test(name)) return { kind: 'metadata' };
  const analysed = ANALYSIS.test(name) && names.includes(name.replace(ANALYSIS, ''));
  if (places.has(name) || PLACE.test(name) || analysed) return { kind: 'metadata' };
  return commonRole(name);
}

/** Columns `question/option`: behind a column `question`, or several of only 0 and 1. */
function partsOf(names: readonly string[], records: readonly RawRecord[]): readonly Part[] {
  const known = new Set(names);
  const split = names.flatMap((name, column) => {
    const stems = slashes(name).filter((at) => at > 0 && at < name.length - 1);
    const summary = stems.findLast((at) => known.has(name.slice(0, at)));
    const at = summary ?? stems.at(-1);
    if (at === undefined || METADATA.test(name)) return [];
    return [
      { column, stem: name.slice(0, at), part: name.slice(at + 1), summed: summary !== undefined },
    ];
  });
  return [...groupBy(split, ({ stem }) => stem)].flatMap(([stem, block]) => {
    const cells = block.flatMap(({ column }) => filledCells(records, column));
    const marked = cells.length > 0 && cells.every((cell) => /^(?:0|1|true|false)$/i.test(cell));
    const isQuestion = block[0]!.summed || (block.length > 1 && marked);
    const question = bare(stem, names);
    return isQuestion ? block.map(({ column, part }) => ({ column, question, part })) : [];
  });
}

function slashes(name: string): readonly number[] {
  return [...name.matchAll(/\//g)].map(({ index }) => index);
}

/** A question's name without its groups; what stands before `/` once only is no group. */
function bare(name: string, names: readonly string[]): string {
  const at = slashes(name).findLast(
    (one) => names.filter((other) => other.startsWith(name.slice(0, one + 1))).length > 1,
  );
  return at === undefined || names.includes(name.slice(0, at)) ? name : name.slice(at + 1);
}
