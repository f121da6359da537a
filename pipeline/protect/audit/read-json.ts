/** JSON as the texts and objects it holds, and the lines of results.json one by one. */
import { type TakePiece, takingLines } from './pieces.ts';

export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The way to a value: the steps that lead to it from the outermost one. */
export interface Path {
  readonly parent: Path | null;
  /** A key, or the index in a list. */
  readonly step: string | number;
}

/** @example 'charts[3].en.data' */
export function pathText(path: Path | null): string {
  if (path === null) return '';
  const before = pathText(path.parent);
  if (typeof path.step === 'number') return `${before}[${path.step}]`;
  return before === '' ? path.step : `${before}.${path.step}`;
}

export interface JsonVisitor {
  /** @param key the key it has, or that of the list it stands in */
  text(text: string, key: string, path: Path | null): void;
  /** Before what it holds. */
  object(object: JsonObject, path: Path | null): void;
}

/** Visits every text and object of a value; keys that are no plain words of programs are texts too. */
export function visit(value: Json, visitor: JsonVisitor, path: Path | null = null, key = ''): void {
  if (typeof value === 'string') visitor.text(value, key, path);
  else if (Array.isArray(value)) {
    value.forEach((item: Json, step) => {
      if (typeof item === 'string' || typeof item === 'object') {
        visit(item, visitor, { parent: path, step }, key);
      }
    });
  } else if (isObject(value)) {
    visitor.object(value, path);
    for (const step in value) {
      const item = value[step]!;
      if (!isPlainKey(step)) visitor.text(step, '', { parent: path, step });
      if (typeof item === 'string' || typeof item === 'object') {
        visit(item, visitor, { parent: path, step }, step);
      }
    }
  }
}

/** A word such as programs use, e.g. `n_effective` or `$schema`, or the name of a language. */
function isPlainKey(key: string): boolean {
  return /^\$?[a-z][a-zA-Z0-9_]{0,24}$|^zh-Han[st]$/.test(key);
}

/** A row of a table in results.json. */
export type TakeRow = (table: string, row: JsonObject, index: number) => void;

/**
 * The rows of results.json, one after the other. The file is written with a row a line and may be
 * larger than what could be held parsed, so each line is parsed by itself; lines between rows must
 * be the frame they stand in, so that nothing is passed over.
 */
export function readRows(take: TakeRow): TakePiece {
  let table: string | null = null;
  let index = 0;
  const takeLine = (piece: string, start: number, end: number) => {
    if (piece.startsWith('    ', start)) {
      const last = piece.charCodeAt(end - 1) === 44 ? end - 1 : end;
      const row = JSON.parse(piece.slice(start, last)) as Json;
      if (table === null || !isObject(row)) throw new SyntaxError(piece.slice(start, start + 40));
      take(table, row, index);
      index += 1;
      return;
    }
    const line = piece.slice(start, end);
    const opened = /^ {2}"([a-z_]+)": \[$/.exec(line);
    if (opened !== null) [table, index] = [opened[1]!, 0];
    else if (/^ {2}\],?$/.test(line)) table = null;
    else if (!/^(?:\{|\}| {2}"schema": 1,|)$/.test(line)) throw new SyntaxError(line.slice(0, 40));
  };
  return takingLines((piece) => {
    for (let start = 0; start < piece.length; ) {
      const newline = piece.indexOf('\n', start);
      const end = newline < 0 ? piece.length : newline;
      takeLine(piece, start, end);
      start = end + 1;
    }
  });
}
