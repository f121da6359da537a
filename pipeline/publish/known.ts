/** What the audit of a set is told: everything a report may be put together from. */
import { basename } from 'node:path';
import type { Tables } from '../aggregate/tables.ts';
import type { ReportModel } from '../chart/model.ts';
import type { NamedChart } from '../chart/named-chart.ts';
import { clean } from '../chart/text.ts';
import { OUTER_WIDTH } from '../chart/theme.ts';
import { CHART_WORDS } from '../chart/words.ts';
import { inEitherNumber } from '../plural.ts';
import type { Published } from '../protect/audit.ts';
import { encodingName, formatName } from '../read/exports/names.ts';
import { personalLabel } from '../redact/labels.ts';
import { PERSONAL_TYPES } from '../redact/personal.ts';
import { capital } from '../report/capital.ts';
import { MONTHS } from '../report/date-text.ts';
import { readScripts } from '../report/libraries.ts';
import type { Manifest } from '../report/manifest.ts';
import { HAND_CODES_KEY } from '../report/quality.ts';
import { CORRECTION, INTERVAL } from '../report/sections/method.ts';
import { readStyle } from '../report/style.ts';
import { WORDS } from '../report/words.ts';
import { sha256 } from '../sha256.ts';
import { LANGUAGES } from '../survey/text.ts';
import type { CodeEntry } from '../taxonomy/taxonomy.ts';
import { COLUMNS } from './columns.ts';
import { namesIn } from './names.ts';
import { PDF } from './pdf/print-pdf.ts';
import { releasedTexts } from './quotes.ts';
import { fixedParts } from './workbook/package.ts';
import { printedHead } from './workbook/sheet-xml.ts';
import { tableSheets } from './workbook/sheets.ts';
import { STYLES_XML } from './workbook/styles.ts';
import { WORKBOOK } from './workbook/workbook.ts';

/** What no list of words holds: names of files, and how Vega describes what it draws. */
const FIXED = [
  'canvass',
  'report.html',
  WORKBOOK,
  PDF,
  'results.json',
  'manifest.json',
  'group mark container',
  'Title text',
  OUTER_WIDTH,
  HAND_CODES_KEY,
  ...Object.values(CORRECTION),
  ...Object.values(INTERVAL),
  ...LANGUAGES,
] as const;

export async function publishedBy(
  model: ReportModel,
  charts: readonly NamedChart[],
  manifest: Manifest,
): Promise<Published> {
  const sheets = tableSheets(model);
  const inlined = [
    ...[...(await readScripts()), await readStyle(model.survey)],
    // Two more sheets are around those of tables.
    ...[...fixedParts(sheets.length + 2), STYLES_XML],
  ];
  return {
    tables: model.tables,
    columns: COLUMNS,
    pieces: [...piecesIn(model, charts, manifest)],
    sources: entriesIn(model).flatMap((one) => one.terms),
    inlined: new Set(inlined.map(sha256)),
    charts,
    sheets,
    names: namesIn(model),
    quotes: releasedTexts(model.tables),
  };
}

function entriesIn({ taxonomies }: ReportModel): readonly CodeEntry[] {
  return taxonomies.flatMap(({ problems }) => problems.flatMap((one) => [one, ...one.subproblems]));
}

/** Every text that stands in a report as a whole. */
function piecesIn(
  model: ReportModel,
  charts: readonly NamedChart[],
  manifest: Manifest,
): ReadonlySet<string> {
  const { survey, taxonomies, themes, tables } = model;
  const pieces = new Set<string>(FIXED);
  const add = (texts: Iterable<string>) => {
    for (const text of texts) pieces.add(text).add(clean(text));
  };
  add(MONTHS);
  for (const lang of survey.languages) {
    for (const words of [WORDS[lang], CHART_WORDS[lang]]) {
      const texts = Object.values(words)
        .flatMap(inEitherNumber)
        .flatMap((text) => [text, capital(text)]);
      add(texts.flatMap((text) => text.split(/\{\w+\}/)));
    }
    add(PERSONAL_TYPES.map((type) => personalLabel(type, lang)));
    for (const { format, encoding } of manifest.inputs) {
      add([formatName(format)[lang], encodingName(encoding)[lang]]);
    }
  }
  add(stringsIn(survey));
  if (survey.marking !== null) {
    pieces.add(printedHead(clean(survey.marking[survey.languages[0]!])));
  }
  // Neither terms nor examples, which are not printed.
  add(stringsIn([...taxonomies, ...themes].map(({ id, labels }) => [id, labels])));
  add(stringsIn(entriesIn(model).map(({ terms: _, ...printed }) => printed)));
  for (const [table, columns] of Object.entries(COLUMNS)) {
    add([table, ...columns, `tables/${table}.csv`]);
    for (const column of columns) {
      add(valuesIn(tables[table as keyof Tables], column));
    }
  }
  add(charts.map(({ name }) => `charts/${name}.vl.json`));
  const { hand_codes: byHand, settings } = manifest;
  const files = [survey.file, ...(byHand === null ? [] : [byHand.file])].map((one) =>
    basename(one),
  );
  add([...files, ...Object.keys(settings)]);
  add(valuesOf(manifest, 'sha256'));
  return pieces;
}

/** The different texts of a column, with the parts of nested ones. */
function valuesIn(rows: readonly object[], column: string): ReadonlySet<string> {
  const values = new Set<string>();
  let last: unknown = null;
  for (const row of rows) {
    const value = (row as Readonly<Record<string, unknown>>)[column];
    // A column of figures has no texts.
    if (typeof value === 'number') break;
    if (value === last || typeof value !== 'string') continue;
    last = value;
    values.add(value);
  }
  for (const value of [...values]) {
    const slash = column === 'value' ? value.indexOf('/') : -1;
    if (slash < 0) continue;
    values.add(value.slice(0, slash));
    values.add(value.slice(slash + 1));
  }
  return values;
}

/** The texts under a key, anywhere in a value. */
function valuesOf(value: object, key: string): readonly string[] {
  return Object.entries(value).flatMap(([name, one]: [string, unknown]) => {
    if (typeof one === 'object' && one !== null) return valuesOf(one, key);
    return name === key && typeof one === 'string' ? [one] : [];
  });
}

/** All texts in a value, but for paths of this machine. */
function stringsIn(value: unknown, found: string[] = []): readonly string[] {
  if (typeof value === 'string') found.push(value);
  else if (value instanceof Map) {
    for (const pair of value) stringsIn(pair, found);
  } else if (Array.isArray(value)) {
    for (const one of value) stringsIn(one, found);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, one] of Object.entries(value)) {
      if (key !== 'path' && key !== 'file' && key !== 'folder') stringsIn(one, found);
    }
  }
  return found;
}
