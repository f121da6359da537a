/** The sheets around the tables: what the workbook is, and what its columns are called elsewhere. */
import { panelName } from '../../chart/captions.ts';
import type { ReportModel } from '../../chart/model.ts';
import { roundName } from '../../chart/names.ts';
import { overall, panelsOf } from '../../chart/panels.ts';
import { count } from '../../chart/percent.ts';
import { clean } from '../../chart/text.ts';
import { fillIn } from '../../chart/words.ts';
import type { Manifest } from '../../report/manifest.ts';
import { WORDS } from '../../report/words.ts';
import type { TableSheet } from './sheets.ts';

/** A row of texts; the first cell says what the others are. */
export type NoteRow = readonly string[];

/** The first sheet: what, whose, of when, on how many answers, and how to read it. */
export function notesOf(
  model: ReportModel,
  { program }: Manifest,
  sheets: readonly TableSheet[],
): readonly NoteRow[] {
  const { survey } = model;
  const lang = survey.languages[0]!;
  const words = WORDS[lang];
  const minimum = String(survey.privacy.minimum);
  const given = (head: string, text: string | null): readonly NoteRow[] =>
    text === null ? [] : [[head, clean(text)]];
  return [
    [words.sheetTitle, clean(survey.title[lang])],
    ...given(words.sheetMarking, survey.marking?.[lang] ?? null),
    ...given(words.sheetIssuer, survey.issuer?.[lang] ?? null),
    ...given(words.date, survey.date),
    ...given(words.note, survey.note?.[lang] ?? null),
    ...roundRows(model),
    ...baseRows(model),
    [words.sheetProgram, `${program.name} ${program.version}`],
    ['', words.sheetSame],
    [],
    [words.sheetStatus],
    [words['is-shown'], words.sheetShownMeans],
    [words['is-suppressed'], fillIn(words.sheetSuppressedMeans, { minimum })],
    [words['is-no-base'], words.sheetNoBaseMeans],
    [words['is-no'], words.sheetNotShownMeans],
    [words.sheetWays, words.sheetWaysText],
    [],
    [words.sheetContents],
    ...sheets.map((sheet) => [sheet.name, linesText(sheet, model)]),
  ];
}

function roundRows({ survey, tables }: ReportModel): readonly NoteRow[] {
  const lang = survey.languages[0]!;
  const words = WORDS[lang];
  return survey.rounds.map((round) => {
    const own = tables.rows.filter((row) => row.round === round.id);
    const used = count(own.reduce((sum, row) => sum + row.used, 0));
    const text = fillIn(words.roundBase, { round: roundName(round, lang), used });
    return [words.colRound, text, round.id, ...(round.date === null ? [] : [round.date])];
  });
}

function baseRows(model: ReportModel): readonly NoteRow[] {
  const lang = model.survey.languages[0]!;
  const words = WORDS[lang];
  return panelsOf(model).map((panel) => {
    const rows = [...overall(panel, panel.latest.id).values()];
    const base = rows.find((row) => row.base !== null)?.base ?? null;
    const name = `${panelName(model, panel, lang)} · ${roundName(panel.latest, lang)}`;
    return [
      words.colBase,
      fillIn(words.baseOf, { name, base: base === null ? words.hidden : count(base) }),
    ];
  });
}

function linesText({ table, lines, only }: TableSheet, { survey, tables }: ReportModel): string {
  const words = WORDS[survey.languages[0]!];
  if (only === null) return fillIn(words.sheetLines, { n: count(lines.length) });
  return fillIn(words.sheetSome, {
    groups: only === 'outer' ? words.sheetOuter : words.sheetAllOnly,
    n: count(tables[table].length),
    file: `tables/${table}.csv`,
  });
}

/** The last sheet: the columns' names in the CSV files and in results.json. */
export function namesOfColumns(
  model: ReportModel,
  sheets: readonly TableSheet[],
): readonly NoteRow[] {
  const words = WORDS[model.survey.languages[0]!];
  return [
    [words.sheetContents, words.sheetHead, words.sheetName, words.sheetFile],
    ...sheets.flatMap(({ name, table, columns, heads }) =>
      columns.map((column, at) => [name, heads[at]!, column.name, `tables/${table}.csv`]),
    ),
  ];
}
