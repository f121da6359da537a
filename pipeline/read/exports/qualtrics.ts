/**
 * Qualtrics: three header records, codes (`Q1_2`), labels in the account's language, and
 * `{"ImportId":"QID1_2"}`. The third tells the format and what a column is. Older exports have two
 * records and begin `V1, V2, …`; the third may also have been deleted.
 *
 * Columns are named by their labels; codes are accepted as names as well. Parts of a question are
 * labelled `stem - part`, in older exports `stem-part`.
 */
import { groupBy } from '../../group-by.ts';
import type { RawRecord } from '../record.ts';
import { type ColumnRole, commonRole, wording } from './column-role.ts';
import { type Layout, layoutOf } from './layout.ts';
import { type Part, partRoles } from './parts.ts';

const IMPORT_ID = /^\{\s*['"]ImportId['"]\s*:\s*['"]([^'"]*)['"]/;
/** ImportIds of what Qualtrics records itself. */
const RECORDED: Readonly<
  Record<string, ColumnRole['kind'] & ('respondent' | 'duration' | 'personal' | 'metadata')>
> = {
  _recordId: 'respondent',
  duration: 'duration',
  ipAddress: 'personal',
  recipientLastName: 'personal',
  recipientFirstName: 'personal',
  recipientEmail: 'personal',
};
const METADATA =
  /^(?:startDate|endDate|status|progress|finished|recordedDate|externalDataReference|location(?:Latitude|Longitude)|distributionChannel|userLanguage)$/;
/** What Text iQ finds in answers, and what the tool times. */
const DERIVED =
  /_TEXT_[0-9a-f]{8,}\w+$|(?:_| - )(?:Parent ?Topics|Topics|Topic Sentiment (?:Label|Score)|Sentiment(?: Score| Polarity)?|First Click|Last Click|Page Submit|Click Count)$/i;
const TEXT_CODE = /_TEXT$/;
const LEGACY_PERSONAL = /^(?:name|emailaddress|ipaddress|recipient\w+)$/i;
const LEGACY_METADATA =
  /^(?:responseset|externaldatareference|status|startdate|enddate|finished)$/i;

export function qualtrics(first: readonly RawRecord[]): Layout | null {
  const headerRows = headerRecords(first);
  if (headerRows === 0) return null;
  const codes = first[0]!.cells.map((cell) => cell.trim());
  const labels = first[1]!.cells;
  const ids = headerRows === 3 ? first[2]!.cells.map((cell) => importId(cell) ?? '') : [];
  const columns = codes.map((code, column): Column => {
    // Labels are wordings, which may run over several lines; a name is one.
    const label = (labels[column] ?? '').trim().replace(/\s*\n\s*/g, ' ') || code;
    return { column, code, label, id: ids[column] ?? '' };
  });
  return layoutOf({
    format: headerRows === 3 ? 'qualtrics' : 'qualtrics-legacy',
    headerRows,
    header: columns.map(({ label }) => label),
    roles: rolesOf(columns, first.slice(headerRows)),
    otherNames: codes.map((code) => (code === '' ? [] : [code])),
    separators: [','],
  });
}

interface Column {
  readonly column: number;
  readonly code: string;
  readonly label: string;
  /** Empty where the export has none. */
  readonly id: string;
}

function importId(cell: string): string | null {
  return IMPORT_ID.exec(cell.trim())?.[1] ?? null;
}

/** How many header records a Qualtrics file has, 0 for any other file. */
function headerRecords([codes, labels, ids]: readonly RawRecord[]): 0 | 2 | 3 {
  if (!codes || !labels) return 0;
  if (ids) {
    const filled = ids.cells.filter((cell) => cell.trim() !== '');
    const known = filled.filter((cell) => importId(cell) !== null).length;
    if (known > 0 && known * 2 >= filled.length) return 3;
  }
  const names = codes.cells.map((cell) => cell.trim());
  const legacy = ['V1', 'V2', 'V3'].every((name, i) => names[i] === name);
  if (legacy && /^ResponseID$/i.test((labels.cells[0] ?? '').trim())) return 2;
  const start = names.indexOf('StartDate');
  const modern =
    start >= 0 && names.includes('EndDate') && names.some((one) => /^ResponseId$/i.test(one));
  const label = (labels.cells[start] ?? '').trim();
  return modern && label !== '' && !/\d/.test(label) ? 2 : 0;
}

function rolesOf(columns: readonly Column[], records: readonly RawRecord[]): readonly ColumnRole[] {
  const parts = partRoles(partsOf(columns), records);
  return columns.map((one): ColumnRole => {
    const { code, label, column } = one;
    const recorded = recordedRole(one);
    if (recorded !== null) return recorded;
    const question = wording(withoutSelected(label));
    if (TEXT_CODE.test(code)) {
      return { kind: 'fill-in', question: wording(withoutSelected(stemOf(label))) };
    }
    return parts.get(column) ?? { kind: 'question', question };
  });
}

function recordedRole({ code, label, id }: Column): ColumnRole | null {
  const kind = RECORDED[id];
  if (kind !== undefined) return { kind };
  if (METADATA.test(id) || DERIVED.test(id) || DERIVED.test(code)) return { kind: 'metadata' };
  if (/^QID/.test(id)) return null;
  if (/^V\d+$/.test(code)) {
    if (LEGACY_PERSONAL.test(label)) return { kind: 'personal' };
    if (LEGACY_METADATA.test(label)) return { kind: 'metadata' };
  }
  return commonRole(code) ?? commonRole(label);
}

/** Columns of one question have ids `QID3_…`, else codes `Q3_…`; their stem is what labels share. */
function partsOf(columns: readonly Column[]): readonly Part[] {
  const own = columns.filter((one) => {
    const isPart =
      one.id === '' ? /^[A-Za-z]+[\d.]+_\w/.test(one.code) : /^QID\d+[_#-]\d/.test(one.id);
    return isPart && recordedRole(one) === null;
  });
  const blocks = groupBy(own, ({ code, id }) => /^QID\d+/.exec(id)?.[0] ?? code.split('_')[0]!);
  return [...blocks.values()].flatMap((block) => {
    const choices = block.filter(({ code }) => !TEXT_CODE.test(code));
    const dash =
      block[0]!.id === '' && !block.every(({ label }) => label.includes(' - ')) ? '-' : ' - ';
    const stem = sharedStem(
      (choices.length > 1 ? choices : block).map(({ label }) => label),
      dash,
    );
    if (stem === null) return [];
    return choices.map(({ column, label }) => ({
      column,
      question: wording(withoutSelected(stem)),
      part: label.slice(stem.length + dash.length).trim(),
    }));
  });
}

/** What labels begin with up to the last dash that they share; of a single one, up to its last. */
function sharedStem(labels: readonly string[], dash: string): string | null {
  const [one] = labels;
  if (one === undefined) return null;
  let length = 0;
  while (length < one.length && labels.every((label) => label[length] === one[length])) length += 1;
  // An option may hold the dash too, so that all of it could be shared.
  const at = one.slice(0, length).lastIndexOf(dash);
  return at > 0 && labels.every((label) => label.length > at + dash.length)
    ? one.slice(0, at)
    : null;
}

/** `Which? - Other - Text` -> `Which?` */
function stemOf(label: string): string {
  return label.replace(/ - (?:Text|文本|文字)$/i, '').replace(/ - [^-]*$/, '');
}

function withoutSelected(label: string): string {
  return label.replace(/ - (?:Selected Choices?|选定的选项|已选选项)$/i, '');
}
