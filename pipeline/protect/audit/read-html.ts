/** An HTML document as its readers meet it: texts, attributes, tables, scripts and styles. */
import { Parser } from 'htmlparser2';
import type { Where } from './artefact.ts';
import { type HtmlTable, TableReader } from './html-tables.ts';
import { SEAM } from './normal.ts';

export interface HtmlReader {
  /** The text of a paragraph, cell, heading …, with a `SEAM` where it is split into elements. */
  text(text: string, where: Where): void;
  attribute(name: string, value: string, where: Where): void;
  script(attributes: Attributes, code: string, where: Where): void;
  style(code: string, where: Where): void;
  table(table: HtmlTable, where: Where): void;
}

type Attributes = Readonly<Record<string, string>>;

/** Elements within a line: they do not end the text around them. */
const INLINE = new Set(
  'a abbr b bdi br cite code em i kbd mark q s small span strong sub sup time tspan u'.split(' '),
);

/** Reads a document once, from its beginning to its end. */
export function readHtml(file: string, content: string, reader: HtmlReader): void {
  const scan = new Scan(reader, places(file, content));
  const parser: Parser = new Parser({
    onopentag: (name, attributes) => scan.open(name, attributes, parser.startIndex),
    ontext: (text) => scan.text(text, parser.startIndex),
    onclosetag: (name) => scan.close(name),
    oncomment: (text) => scan.aside('comment', text, parser.startIndex),
    onprocessinginstruction: (_, text) => {
      if (text !== '!doctype html') scan.aside('instruction', text, parser.startIndex);
    },
  });
  parser.end(content);
  scan.end();
}

/** What is open while a document is read. */
class Scan {
  readonly #reader: HtmlReader;
  readonly #place: Places;
  readonly #tables = new TableReader();
  readonly #path: string[] = [];
  #line = '';
  #lineAt = 0;
  /** Script or style: what is in it is no text of the page. */
  #raw: { readonly attributes: Attributes; readonly at: number; code: string } | null = null;

  constructor(reader: HtmlReader, place: Places) {
    this.#reader = reader;
    this.#place = place;
  }

  open(name: string, attributes: Attributes, at: number): void {
    if (!INLINE.has(name)) this.#flush();
    // Each tspan is a line of a drawing's text.
    else if (this.#line !== '') this.#line += name === 'tspan' ? ' ' : SEAM;
    for (const key in attributes) {
      this.#reader.attribute(key, attributes[key]!, this.#place(at, name, key));
    }
    this.#path.push(name);
    if (name === 'script' || name === 'style') this.#raw = { attributes, at, code: '' };
    this.#tables.open(name, attributes, at);
  }

  text(text: string, at: number): void {
    if (this.#raw !== null) {
      this.#raw.code += text;
      return;
    }
    if (this.#line === '') this.#lineAt = at;
    this.#line += text;
    this.#tables.text(text);
  }

  close(name: string): void {
    if (this.#raw !== null) {
      const { attributes, at, code } = this.#raw;
      this.#raw = null;
      const where = this.#place(at, name);
      if (name === 'script') this.#reader.script(attributes, code, where);
      else this.#reader.style(code, where);
    }
    if (!INLINE.has(name)) this.#flush();
    else if (name !== 'tspan' && this.#line !== '') this.#line += SEAM;
    this.#path.pop();
    const table = this.#tables.close(name);
    if (table !== null) this.#reader.table(table, this.#place(table.at, 'table'));
  }

  /** Text that is on no page, but in the file. */
  aside(kind: string, text: string, at: number): void {
    this.#reader.text(text, this.#place(at, kind));
  }

  end(): void {
    this.#flush();
  }

  #flush(): void {
    if (/[^\s\u2060]/.test(this.#line)) {
      this.#reader.text(this.#line, this.#place(this.#lineAt, this.#path.at(-1) ?? ''));
    }
    this.#line = '';
  }
}

type Places = (at: number, element: string, attribute?: string) => Where;

/** Makes places of indexes. One `Where` serves all, since places are asked for at once or never. */
function places(file: string, content: string): Places {
  const lineOf = lineCounter(content);
  let [index, name, key] = [0, '', ''];
  const where: Where = () => {
    const full = key === '' ? name : `${name}[${key}]`;
    return { file, line: lineOf(index), ...(full === '' ? {} : { key: full }) };
  };
  return (at, element, attribute = '') => {
    [index, name, key] = [at, element, attribute];
    return where;
  };
}

/** Line of an index, from 1; line ends are looked up when first asked for. */
function lineCounter(content: string): (index: number) => number {
  let known = 0;
  let line = 1;
  return (index) => {
    if (index < known) [known, line] = [0, 1];
    for (let end = content.indexOf('\n', known); end >= 0 && end < index; ) {
      line += 1;
      known = end + 1;
      end = content.indexOf('\n', known);
    }
    return line;
  };
}
