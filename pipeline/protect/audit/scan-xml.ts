/** Reads the XML of a workbook's part: what stands where no part of ours has it is told as foreign. */
import { Parser } from 'htmlparser2';

/** What a part says, whatever it is of. */
export interface PartReader {
  /** A text outside cells. */
  text(text: string, part: string): void;
  attribute(name: string, value: string, part: string): void;
  /** Something that no workbook of ours has. */
  foreign(what: string, part: string): void;
}

export interface Scanner {
  /** Elements that may stand there, each behind the one that it stands in, as `row>c`; null for any. */
  readonly forms: ReadonlySet<string> | null;
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  /** @param path the elements that a text stands in */
  text(text: string, path: readonly string[]): void;
  close?(name: string): void;
  /** Reads on by itself from behind `<sheetData>`; returns where the parser is to go on. */
  rows?(from: number): number;
}

/** The only instruction in a part, as the parser tells it. */
const DECLARATION = '?xml version="1.0" encoding="UTF-8" standalone="yes"';
/** Ahead of all rows. */
const BEGIN = '<sheetData>';

/** Hands on what is the same in all parts: attributes and comments. */
export function scan(part: string, xml: string, reader: PartReader, scanner: Scanner): void {
  const path: string[] = [];
  let text = '';
  const flush = () => {
    if (text.trim() !== '') scanner.text(text, path);
    text = '';
  };
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        flush();
        const form = `${path.at(-1) ?? ''}>${name}`;
        if (scanner.forms?.has(form) === false) reader.foreign(form, part);
        for (const key in attributes) reader.attribute(key, attributes[key]!, part);
        path.push(name);
        scanner.open?.(name, attributes);
      },
      ontext: (piece) => {
        text += piece;
      },
      onclosetag: (name) => {
        flush();
        path.pop();
        scanner.close?.(name);
      },
      oncomment: (comment) => reader.text(comment, part),
      onprocessinginstruction: (_, told) => {
        if (told !== DECLARATION) reader.text(told, part);
      },
    },
    { xmlMode: true },
  );
  const begin = scanner.rows === undefined ? -1 : xml.indexOf(BEGIN);
  let next = 0;
  if (begin >= 0) {
    // Rows begin there only if the parser takes it for a tag: it may stand in a comment.
    next = begin + BEGIN.length;
    parser.write(xml.slice(0, next - 1));
    const depth = path.length;
    parser.write('>');
    const isOpen = path.length === depth + 1 && path.at(-1) === 'sheetData';
    if (isOpen) next = scanner.rows!(next);
  }
  parser.end(xml.slice(next));
  flush();
}

/** A character that XML cannot hold is written by its number. */
export function decoded(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
