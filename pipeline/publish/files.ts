/** The published files: tables as CSV, everything as JSON. */
import type {
  BasesRow,
  ClosedRow,
  CodingRow,
  ContrastRow,
  HygieneRow,
  PairRow,
  PanelRow,
  ProblemRow,
  QualityRow,
  ResponseRow,
  RowsRow,
  SensitivityRow,
  SeriesRow,
  Tables,
  TestRow,
  ThemeRow,
  TrendRow,
  UncodedRow,
} from '../aggregate/tables.ts';
import { BOM, type Cell, csvText } from '../csv.ts';

/** Columns of each table, in their order; interface.md fixes them. */
export const COLUMNS = {
  problems: list<ProblemRow>()(
    'round',
    'question',
    'taxonomy',
    'group',
    'value',
    'code',
    'level',
    'label',
    'base',
    'n',
    'share',
    'low',
    'high',
    'n_effective',
    'status',
  ),
  themes: list<ThemeRow>()(
    'round',
    'question',
    'theme',
    'group',
    'value',
    'base',
    'n',
    'share',
    'low',
    'high',
    'n_effective',
    'status',
  ),
  closed: list<ClosedRow>()(
    'round',
    'question',
    'type',
    'group',
    'value',
    'option',
    'label',
    'base',
    'n',
    'share',
    'low',
    'high',
    'mean',
    'sd',
    'n_effective',
    'status',
  ),
  trends: list<TrendRow>()(
    'question',
    'code',
    'group',
    'value',
    'from',
    'to',
    'share_from',
    'share_to',
    'difference',
    'low',
    'high',
    'p',
    'p_adjusted',
    'change',
    'shown',
  ),
  series: list<SeriesRow>()(
    'question',
    'taxonomy',
    'code',
    'group',
    'value',
    'rounds',
    'z',
    'p',
    'p_adjusted',
    'direction',
    'shown',
  ),
  contrasts: list<ContrastRow>()(
    'round',
    'question',
    'taxonomy',
    'code',
    'group',
    'value',
    'share',
    'base_rest',
    'share_rest',
    'n_effective_rest',
    'difference',
    'low',
    'high',
    'p',
    'p_adjusted',
    'verdict',
    'shown',
  ),
  panel: list<PanelRow>()(
    'question',
    'taxonomy',
    'code',
    'level',
    'from',
    'to',
    'n',
    'share_from',
    'share_to',
    'difference',
    'low',
    'high',
    'p',
    'p_adjusted',
    'change',
    'shown',
  ),
  tests: list<TestRow>()(
    'round',
    'question',
    'code',
    'group',
    'statistic',
    'df1',
    'df2',
    'p',
    'p_adjusted',
    'shown',
  ),
  pairs: list<PairRow>()(
    'round',
    'question',
    'code_a',
    'code_b',
    'base',
    'n',
    'share',
    'low',
    'high',
    'lift',
    'status',
  ),
  coding: list<CodingRow>()('round', 'question', 'status', 'n', 'shown'),
  sensitivity: list<SensitivityRow>()(
    'round',
    'question',
    'taxonomy',
    'code',
    'level',
    'variant',
    'base',
    'n',
    'share',
    'low',
    'high',
    'n_effective',
    'difference',
    'status',
  ),
  bases: list<BasesRow>()(
    'round',
    'question',
    'taxonomy',
    'code',
    'of',
    'base',
    'n',
    'share',
    'low',
    'high',
    'n_effective',
    'status',
  ),
  response: list<ResponseRow>()(
    'round',
    'group',
    'value',
    'population',
    'respondents',
    'rate',
    'status',
  ),
  quality: list<QualityRow>()(
    'taxonomy',
    'code',
    'level',
    'label',
    'source',
    'answers',
    'support',
    'predicted',
    'precision',
    'recall',
    'f1',
  ),
  uncoded: list<UncodedRow>()('round', 'question', 'taxonomy', 'theme', 'phrase'),
  hygiene: list<HygieneRow>()('round', 'rule', 'n', 'share', 'policy', 'status'),
  rows: list<RowsRow>()(
    'round',
    'file',
    'encoding',
    'format',
    'rows',
    'used',
    'set_aside',
    'excluded',
    'reason',
    'encoding_reason',
    'runner_up',
  ),
} as const satisfies Record<keyof Tables, readonly string[]>;

function list<Row>() {
  return <Name extends keyof Row & string>(...names: readonly Name[]): readonly Name[] => names;
}

/** One table as CSV with BOM, so that Excel opens it as UTF-8. */
export function tableCsv(tables: Tables, name: keyof Tables): string {
  const columns: readonly string[] = COLUMNS[name];
  const rows = (tables[name] as readonly object[]).map((row) =>
    columns.map((column) => (row as Record<string, Cell>)[column] ?? null),
  );
  return BOM + csvText([columns, ...rows]);
}

/** results.json: every table, a row an object. */
export function resultsJson(tables: Tables): string {
  const names = Object.keys(COLUMNS) as (keyof Tables)[];
  const blocks = names.map((name) => {
    const lines = tables[name].map((row) => `    ${JSON.stringify(pick(row, COLUMNS[name]))}`);
    return `  ${JSON.stringify(name)}: [\n${lines.join(',\n')}\n  ]`;
  });
  return `{\n  "schema": 1,\n${blocks.join(',\n')}\n}\n`;
}

function pick(row: object, columns: readonly string[]): Record<string, Cell> {
  return Object.fromEntries(
    columns.map((name) => [name, (row as Record<string, Cell>)[name] ?? null]),
  );
}

/** private/README.txt, in the words of both kinds of reader. */
export const PRIVATE_README = `这个文件夹含有逐份答卷的编码和原话，只供本单位核对，不得外发。
分享结果时，请只发送 report.html、results.json、tables/、charts/。

This folder holds codes and words of single respondents. It is for checking inside your office
and must not be sent. To share results, send report.html, results.json, tables/ and charts/.
`;
