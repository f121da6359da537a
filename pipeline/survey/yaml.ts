/** YAML with positions, so that every problem names its line and key. */
import { isAlias, isCollection, isMap, isNode, isScalar, isSeq } from 'yaml';
import type { Problem } from '../errors.ts';
import { readDocument } from './yaml-document.ts';

export type KeyPath = readonly (string | number)[];

/** A parsed YAML file: its value and where each key stands. */
export interface YamlFile {
  /** As named to the user. */
  readonly name: string;
  readonly value: unknown;
  /** Line of the node at a path, or of its nearest existing parent. */
  lineOf(path: KeyPath): number;
  /** What stands in that line, from the key or item on. */
  writtenAt(path: KeyPath): string;
  /** Keys of the map at a path, as written: those of an object put whole numbers first. */
  keysAt(path: KeyPath): readonly string[];
}

/** Parses YAML text; syntax errors come as problems with their line. */
export function parseYaml(text: string, name: string): YamlFile | readonly Problem[] {
  const { document: doc, lines, problems } = readDocument(text, name);
  if (problems.length > 0) return problems;
  const value: unknown = doc.toJS();
  const offsetOf = (path: KeyPath): number => {
    let offset = 0;
    let node: unknown = doc.contents;
    for (const step of path) {
      if (isMap(node)) {
        const pair = node.items.find(
          (item) => isScalar(item.key) && String(item.key.value) === String(step),
        );
        if (pair === undefined) break;
        if (isNode(pair.key)) offset = pair.key.range?.[0] ?? offset;
        node = pair.value;
      } else if (isSeq(node)) {
        const item = node.items[Number(step)];
        if (isNode(item)) offset = item.range?.[0] ?? offset;
        node = item;
      } else break;
    }
    return offset;
  };
  const lineOf = (path: KeyPath) => lines.linePos(offsetOf(path)).line;
  const writtenAt = (path: KeyPath) => text.slice(offsetOf(path)).split(/\r?\n/, 1)[0]!;
  const keysAt = (path: KeyPath): readonly string[] => {
    const aimed = (node: unknown) => (isAlias(node) ? node.resolve(doc) : node);
    let node = aimed(doc.contents);
    for (const step of path) node = isCollection(node) ? aimed(node.get(step, true)) : undefined;
    const written = isMap(node) ? node.items.map(({ key }) => keyOf(key)) : [];
    const keys = Object.keys(valueAt(value, path) ?? {});
    return keys.sort((a, b) => written.indexOf(a) - written.indexOf(b));
  };
  return { name, value, lineOf, writtenAt, keysAt };
}

/** A key as it is in an object made of the map. */
function keyOf(key: unknown): string {
  const value = isScalar(key) ? key.value : key;
  return value === null ? '' : String(value);
}

/** Writes a path as a user would: `questions[2].range`. */
export function keyName(path: KeyPath): string {
  return path.reduce<string>(
    (name, step) =>
      typeof step === 'number' ? `${name}[${step + 1}]` : name === '' ? step : `${name}.${step}`,
    '',
  );
}

/** The place of a key in a YAML file; the whole of it has none. */
export function at(file: YamlFile, path: KeyPath): { file: string; line: number; key?: string } {
  const place = { file: file.name, line: file.lineOf(path) };
  return path.length === 0 ? place : { ...place, key: keyName(path) };
}

/** A value in short, for messages. */
export function show(value: unknown): string {
  return value === undefined ? '' : (JSON.stringify(value) ?? String(value)).slice(0, 80);
}

export function valueAt(value: unknown, path: KeyPath): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      inner === null || typeof inner !== 'object'
        ? undefined
        : (inner as Record<string, unknown>)[step],
    value,
  );
}
