/** What the form of survey.yaml is not: zod's findings, as problems that a user can mend. */
import type { z } from 'zod';
import { nearest, type Problem, problem } from '../errors.ts';
import { at, type KeyPath, keyName, show, valueAt, type YamlFile } from './yaml.ts';
import { withColon } from './yaml-errors.ts';
import { inQuotes } from './yaml-source.ts';

/** Keys whose form their type's name does not tell, and how they may be written. */
const EXAMPLES: ReadonlyMap<string, string> = new Map([
  ['weighting', 'weighting: {method: poststratify, by: [unit_type], trim: 5}'],
  ['weighting.by', 'by: [unit_type]'],
  ['weighting.trim', 'trim: 5'],
  ['population', 'population: units.csv'],
  ['panel', 'panel: true'],
]);
/** The same of keys that stand in many places. */
const EXAMPLES_ANYWHERE: ReadonlyMap<string, string> = new Map([
  ['range', 'range: [1, 5]'],
  ['files', 'files: [a.csv]'],
]);
/** Keys of shares below 1, which people write as percentages. */
const SHARES: ReadonlySet<string> = new Set(['maximum_set_aside', 'confidence']);

/** zod's findings as problems with file, line and key; unknown keys get the nearest valid one. */
export function schemaProblems(error: z.ZodError, file: YamlFile, jsonSchema: unknown): Problem[] {
  return error.issues.flatMap((issue) => problemsOf(issue, [], file, jsonSchema));
}

function problemsOf(
  issue: z.core.$ZodIssue,
  above: KeyPath,
  file: YamlFile,
  jsonSchema: unknown,
): Problem[] {
  const path = [...above, ...(issue.path as KeyPath)];
  if (issue.code === 'unrecognized_keys') return unknownKeys(issue.keys, path, file, jsonSchema);
  const inner = issue.code === 'invalid_union' ? issue.errors.find(isWithin) : undefined;
  if (inner !== undefined) return inner.flatMap((one) => problemsOf(one, path, file, jsonSchema));
  const value = valueAt(file.value, path);
  const place = at(file, path);
  if (path.length === 0) return [problem('no-keys', place, { found: show(value) })];
  const key = keyName(path);
  const expected = expectation(issue);
  if (value === undefined) return [problem('missing-key', place, { expected, key })];
  if (value === null) {
    const comment = /^[^#]*?:\s+(#.*?)\s*$/.exec(file.writtenAt(path))?.[1];
    if (comment === undefined) return [problem('no-value', place, { expected, key })];
    const quoted = inQuotes(comment);
    return [problem('comment-for-value', place, { expected, key, comment, quoted })];
  }
  const found = show(value);
  const example = shareMeant(value, path) ?? exampleOf(issue, path);
  if (example !== undefined) return [problem('bad-form', place, { found, example })];
  const mended = expected === 'object' && typeof value === 'string' ? withColon(value) : null;
  if (mended !== null) return [problem('yaml-colon', place, { text: String(value), mended })];
  return [problem('bad-value', place, { found, expected, key })];
}

/** Whether all that is wrong by one form of a union lies deeper, so that this form was meant. */
function isWithin(branch: readonly z.core.$ZodIssue[]): boolean {
  const lies = (one: z.core.$ZodIssue) => one.path.length > 0 || one.code === 'unrecognized_keys';
  return branch.length > 0 && branch.every(lies);
}

function unknownKeys(
  keys: readonly string[],
  path: KeyPath,
  file: YamlFile,
  jsonSchema: unknown,
): Problem[] {
  const valid = keysAt(jsonSchema, path);
  return keys.map((key) =>
    problem('unknown-key', at(file, [...path, key]), {
      key,
      nearest: nearest(key, valid) ?? valid.join(', '),
      valid: valid.join(', '),
    }),
  );
}

/** A percentage as the share that is meant. @example shareMeant('95%', ['confidence']) // 'confidence: 0.95' */
function shareMeant(value: unknown, path: KeyPath): string | undefined {
  const key = String(path.at(-1));
  const percentage = /^(\d+(?:\.\d+)?)\s*[%％]?$/.exec(String(value))?.[1];
  if (!SHARES.has(key) || percentage === undefined) return undefined;
  const share = Number((Number(percentage) / 100).toPrecision(12));
  return share > 0 && share < 1 ? `${key}: ${share}` : undefined;
}

function exampleOf(issue: z.core.$ZodIssue, path: KeyPath): string | undefined {
  const isOfForm =
    issue.code === 'invalid_type' ||
    ((issue.code === 'too_small' || issue.code === 'too_big') && issue.origin === 'array');
  if (!isOfForm) return undefined;
  return EXAMPLES.get(keyName(path)) ?? EXAMPLES_ANYWHERE.get(String(path.at(-1)));
}

/** What was expected, in words that `messages/expected.ts` knows; forms of a union parted by ` | `. */
function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      // A type of questions is called `number` too.
      return issue.expected === 'number' ? 'a number' : issue.expected;
    case 'invalid_value':
      return issue.values.map(String).join(' | ');
    case 'too_small':
      if (issue.origin === 'string') return 'some text';
      if (issue.origin === 'array') return 'some entries';
      return `${issue.inclusive ? '≥' : '>'} ${issue.minimum}`;
    case 'too_big':
      return `${issue.inclusive ? '≤' : '<'} ${issue.maximum}`;
    case 'invalid_union': {
      const kinds = new Set(issue.errors.flatMap((branch) => branch.map(expectation)));
      const parts = [...kinds].flatMap((kind) => kind.split(' | '));
      // Where a text may stand, a number or truth value is read as one.
      const isText = parts.includes('string');
      const told = parts.filter((kind) => !(isText && (kind === 'a number' || kind === 'boolean')));
      return [...new Set(told)].join(' | ');
    }
    default:
      return issue.message;
  }
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
