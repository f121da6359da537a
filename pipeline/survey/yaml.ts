/** YAML with positions, so that every problem names its line and key. */
import { isAlias, isCollection, isMap, isNode, isScalar, isSeq } from 'yaml';
import type { z } from 'zod';
import { nearest, type Problem, problem } from '../errors.ts';
import { readDocument } from './yaml-document.ts';

export type KeyPath = readonly (string | number)[];

/** A parsed YAML file: its value and where each key stands. */
export interface YamlFile {
  /** As named to the user. */
  readonly name: string;
  readonly value: unknown;
  /** Line of the node at a path, or of its nearest existing parent. */
  lineOf(path: KeyPath): number;
  /** Keys of the map at a path, as written: those of an object put whole numbers first. */
  keysAt(path: KeyPath): readonly string[];
}

/** Parses YAML text; syntax errors come as problems with their line. */
export function parseYaml(text: string, name: string): YamlFile | readonly Problem[] {
  const { document: doc, lines, problems } = readDocument(text, name);
  if (problems.length > 0) return problems;
  const value: unknown = doc.toJS();
  const lineOf = (path: KeyPath): number => {
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
    return lines.linePos(offset).line;
  };
  const keysAt = (path: KeyPath): readonly string[] => {
    const aimed = (node: unknown) => (isAlias(node) ? node.resolve(doc) : node);
    let node = aimed(doc.contents);
    for (const step of path) node = isCollection(node) ? aimed(node.get(step, true)) : undefined;
    const written = isMap(node) ? node.items.map(({ key }) => keyOf(key)) : [];
    const keys = Object.keys(valueAt(value, path) ?? {});
    return keys.sort((a, b) => written.indexOf(a) - written.indexOf(b));
  };
  return { name, value, lineOf, keysAt };
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

/** Keys whose form their type's name does not tell, and how they may be written. */
const EXAMPLES: ReadonlyMap<string, string> = new Map([
  ['weighting', 'weighting: {method: poststratify, by: [unit_type], trim: 5}'],
  ['weighting.by', 'by: [unit_type]'],
  ['weighting.trim', 'trim: 5'],
  ['population', 'population: units.csv'],
  ['panel', 'panel: true'],
]);

/** zod's findings as problems with file, line and key; unknown keys get the nearest valid one. */
export function schemaProblems(error: z.ZodError, file: YamlFile, jsonSchema: unknown): Problem[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path as KeyPath;
    if (issue.code === 'unrecognized_keys') {
      const valid = keysAt(jsonSchema, path);
      return issue.keys.map((key) =>
        problem('unknown-key', at(file, [...path, key]), {
          key,
          nearest: nearest(key, valid) ?? valid.join(', '),
          valid: valid.join(', '),
        }),
      );
    }
    const expected = expectation(issue);
    const found = valueAt(file.value, path);
    const example = EXAMPLES.get(keyName(path));
    if (issue.code === 'invalid_type' && found !== undefined && example !== undefined) {
      return [problem('bad-form', at(file, path), { found: show(found), example })];
    }
    const message = found === undefined ? 'missing-key' : 'bad-value';
    return [problem(message, at(file, path), { found: show(found), expected, key: keyName(path) })];
  });
}

/** The place of a key in a YAML file. */
export function at(file: YamlFile, path: KeyPath): { file: string; line: number; key: string } {
  return { file: file.name, line: file.lineOf(path), key: keyName(path) };
}

/** A value in short, for messages. */
export function show(value: unknown): string {
  return value === undefined ? '' : (JSON.stringify(value) ?? String(value)).slice(0, 80);
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      // A type of questions is called `number` too.
      return issue.expected === 'number' ? 'a number' : issue.expected;
    case 'invalid_value':
      return issue.values.map(String).join(' | ');
    case 'too_small':
      return `≥ ${issue.minimum}`;
    case 'too_big':
      return `≤ ${issue.maximum}`;
    case 'invalid_union':
      return [...new Set(issue.errors.flatMap((branch) => branch.map(expectation)))].join(' | ');
    default:
      return issue.message;
  }
}

function valueAt(value: unknown, path: KeyPath): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      inner === null || typeof inner !== 'object'
        ? undefined
        : (inner as Record<string, unknown>)[step],
    value,
  );
}

function keysAt(jsonSchema: unknown, path: KeyPath): string[] {
  let nodes: unknown[] = [jsonSchema];
  for (const step of path) {
    nodes = nodes.flatMap(branches).flatMap((node) => {
      const { properties, items, prefixItems, additionalProperties } = node as Record<
        string,
        unknown
      >;
      if (typeof step === 'number')
        return [(prefixItems as unknown[] | undefined)?.[step] ?? items].filter(Boolean);
      // Keys of a map are the user's own; what stands under each of them has one form.
      const inner =
        (properties as Record<string, unknown> | undefined)?.[step] ?? additionalProperties;
      return inner === undefined || typeof inner === 'boolean' ? [] : [inner];
    });
  }
  return nodes
    .flatMap(branches)
    .flatMap((node) => Object.keys((node as { properties?: object }).properties ?? {}));
}

function branches(node: unknown): unknown[] {
  const anyOf = (node as { anyOf?: unknown[] }).anyOf;
  return anyOf === undefined ? [node] : anyOf.flatMap(branches);
}
