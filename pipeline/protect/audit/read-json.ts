/** JSON as the texts and objects it holds. */

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
