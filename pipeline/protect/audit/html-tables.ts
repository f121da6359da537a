/** Puts the tables of an HTML document together while it is read. */

export interface HtmlTable {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Of the part of the report it stands in. */
  readonly lang: string;
  /** Index of the chart it belongs to, or null. */
  readonly chart: number | null;
  /** Id of the question it is said to be of, or '' for that of the chart. */
  readonly question: string;
  /** Where it begins, in units. */
  readonly at: number;
}

interface OpenTable {
  caption: string;
  heads: string[];
  readonly rows: string[][];
  /** Text of the cell that is open, else null. */
  cell: string | null;
  readonly at: number;
}

const CELLS = new Set(['td', 'th', 'caption']);

/** Takes the elements and texts of a document in their order; tables do not hold tables. */
export class TableReader {
  #lang = '';
  #chart: number | null = null;
  /** What each open `div` is said to be of; '' where it does not say. */
  readonly #questions: string[] = [];
  #table: OpenTable | null = null;

  open(name: string, attributes: Readonly<Record<string, string>>, at: number): void {
    if (name === 'div' && attributes.class === 'report') this.#lang = attributes.lang ?? '';
    if (name === 'figure') this.#chart = null;
    if (name === 'div') this.#questions.push(attributes['data-question'] ?? '');
    if (attributes['data-chart'] !== undefined) this.#chart = Number(attributes['data-chart']);
    if (name === 'table') this.#table = { caption: '', heads: [], rows: [], cell: null, at };
    if (this.#table === null) return;
    if (name === 'tr') this.#table.rows.push([]);
    if (CELLS.has(name)) this.#table.cell = '';
  }

  text(text: string): void {
    if (this.#table !== null && this.#table.cell !== null) this.#table.cell += text;
  }

  /** The table that ends with an element, if one does. */
  close(name: string): HtmlTable | null {
    if (name === 'figure') this.#chart = null;
    if (name === 'div') this.#questions.pop();
    const table = this.#table;
    if (table === null) return null;
    if (name === 'caption') table.caption = table.cell ?? '';
    else if (CELLS.has(name)) table.rows.at(-1)?.push(table.cell ?? '');
    if (CELLS.has(name)) table.cell = null;
    if (name === 'thead') table.heads = table.rows.pop() ?? [];
    if (name !== 'table') return null;
    this.#table = null;
    const { caption, heads, rows, at } = table;
    return {
      caption,
      heads,
      rows,
      at,
      lang: this.#lang,
      chart: this.#chart,
      question: this.#questions.findLast((one) => one !== '') ?? '',
    };
  }
}
