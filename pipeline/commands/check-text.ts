/** What `canvass check` found, for people. */
import {
  type BalanceWord,
  balanceWord,
  delimiterText,
  fateText,
  readAsText,
} from '../messages/balance.ts';
import { COMMA, type MessageLang } from '../messages/message.ts';
import { noteText } from '../messages/notes.ts';
import { notice } from '../messages/notices.ts';
import type { EncodingReason } from '../read/encoding.ts';
import { formatName } from '../read/exports/names.ts';
import type { Fate } from '../read/fates.ts';
import type { SetAside } from '../read/respondent.ts';
import { KINDS } from '../tally/balance.ts';
import type { BalanceReport, CheckedFile, CheckReport, LineReport } from './check-report.ts';
import { withoutControls } from './column-width.ts';
import { textTable } from './text-table.ts';

/** Entries and columns listed before the rest is only counted. */
const LISTED = 20;

export function checkText({ files, total }: CheckReport, lang: MessageLang): readonly string[] {
  return [
    ...files.flatMap((one) => fileLines(one, lang)),
    ...(files.length > 1 ? [balanceWord('total', lang), ...balanceLines(total, lang)] : []),
  ];
}

function fileLines(one: CheckedFile, lang: MessageLang): readonly string[] {
  const { round, file, rows, used, set_aside: setAside, excluded, entries } = one;
  const more = entries.length + one.entries_left_out - LISTED;
  return [
    notice('check-file', lang, { round, file, rows, used, setAside, excluded }),
    ...howRead(one, lang),
    ...balanceLines(one, lang),
    ...unreadLines(one, lang),
    ...one.columns
      .filter((column) => column.fill_ins > 0)
      .map(({ column, fill_ins: count }) => balanceWord('fillIns', lang, { column, count })),
    ...one.notes.map((note) => `  ${noteText(file, note, lang)}`),
    ...entries.slice(0, LISTED).map((entry) => entryLine(entry, lang)),
    ...(more > 0 ? [notice('check-more', lang, { count: more })] : []),
  ];
}

function entryLine({ row, column, reason, found }: SetAside, lang: MessageLang): string {
  return notice('check-aside', lang, {
    row,
    column: column === '' ? '' : ` ${column}`,
    reason: fateText(reason, lang),
    found: found === '' ? '' : notice('check-found', lang, { found: withoutControls(found) }),
  });
}

function howRead(one: CheckedFile, lang: MessageLang): readonly string[] {
  const { encoding, runner_up: runnerUp, format, header_rows: headerRows, delimiter } = one;
  // The report holds fixed words; this one came from a file that was opened.
  const reason = one.encoding_reason as EncodingReason | 'workbook';
  const mark = delimiter === null ? null : delimiterText(delimiter, lang);
  return [
    `  ${readAsText({ encoding, reason, runnerUp }, lang)}`,
    balanceWord('layout', lang, { format: formatName(format)[lang], headerRows }) +
      (mark === null ? '' : balanceWord('separated', lang, { mark })),
    ...twinLines(one, lang),
  ];
}

function twinLines({ twin }: CheckedFile, lang: MessageLang): readonly string[] {
  if (twin === null) return [];
  const key = twin.differing === 0 ? 'twinAgrees' : 'twinDiffers';
  return [balanceWord(key, lang, { ...twin })];
}

const FIGURES: readonly (readonly [BalanceWord, (line: LineReport) => number])[] = [
  ['in', (line) => line.in],
  ['used', (line) => line.used],
  ['repeated', (line) => line.repeated],
  ['noAnswer', (line) => line.missing + line.skipped],
  ['notAsked', (line) => line.not_asked],
  ['setAside', (line) => line.set_aside],
  ['excluded', (line) => line.excluded],
];

/** The table, then why things were set aside. */
function balanceLines(one: BalanceReport, lang: MessageLang): readonly string[] {
  const word = (key: BalanceWord) => balanceWord(key, lang);
  const table = textTable(
    [
      ['', ...FIGURES.map(([key]) => word(key))],
      ...KINDS.map((kind) => [
        word(kind),
        ...FIGURES.map(([, figure]) => String(figure(one.balance[kind]))),
      ]),
    ],
    '  ',
  );
  const aside = KINDS.flatMap((kind) => {
    const reasons = Object.entries(one.balance[kind].reasons).map(([reason, count]) =>
      balanceWord('reason', lang, { reason: fateText(reason as Fate, lang), count }),
    );
    const values = { kind: word(kind), reasons: reasons.join(COMMA[lang]) };
    return reasons.length === 0 ? [] : [balanceWord('asideLine', lang, values)];
  });
  const { blank_lines: blank, repaired_cells: repaired } = one;
  return [
    ...table,
    ...aside,
    ...(blank === 0 ? [] : [balanceWord('blank', lang, { count: blank })]),
    ...(repaired === 0 ? [] : [balanceWord('repaired', lang, { count: repaired })]),
  ];
}

function unreadLines(one: CheckedFile, lang: MessageLang): readonly string[] {
  const { columns, cells } = one.unread;
  if (columns === 0) return [];
  const names = one.unread_columns
    .slice(0, LISTED)
    .map(({ column, position }) =>
      column === '' ? balanceWord('unnamed', lang, { position }) : withoutControls(column),
    )
    .join(COMMA[lang]);
  const more = columns - LISTED;
  const rest = more > 0 ? balanceWord('unreadMore', lang, { count: more }) : '';
  return [balanceWord('unread', lang, { columns, cells, names: names + rest })];
}
