/** The text of a taxonomy's YAML file -> its codes, checked; problems are collected. */

import type { LocalText } from '../survey/text.ts';
import { sameInAll } from '../survey/text.ts';
import type { CodeEntry, Example, Problem } from './taxonomy.ts';
import { isSoundTerm, parseTerm, termKeys } from './term.ts';
import { type Field, hintFor, type YamlReader } from './yaml-reader.ts';

/** What the YAML file itself says; examples may stand in a file of their own. */
export interface ParsedTaxonomy {
  readonly id: string;
  readonly labels: LocalText;
  readonly problems: readonly Problem[];
  readonly examples: readonly Example[];
  /** Name of a CSV file of examples, where the file names one. */
  readonly examplesFile: Field | null;
}

/**
 * Codes of examples that state no problem of the taxonomy: there is none or no answer; no answer;
 * a problem that no code fits.
 */
export const RESERVED = ['NONE', 'EMPTY', 'OTHER'] as const;

const CODE_KEYS = ['id', 'labels', 'definition', 'includes', 'excludes', 'terms'] as const;
const NO_TEXT = sameInAll('');

/** What has been seen so far, to find things said twice. */
interface Seen {
  readonly ids: Map<string, number>;
  readonly terms: Map<string, { readonly code: string; readonly line: number }>;
}

/**
 * Reads the codes of a taxonomy; what is wrong is in `reader.problems` afterwards.
 *
 * @param builtIn demands all three languages, definitions, and ids that show their problem
 */
export function parseTaxonomy(reader: YamlReader, builtIn: boolean): ParsedTaxonomy {
  const fields = reader.fields(
    reader.root,
    ['id', 'labels', 'problems', 'examples'],
    ['id', 'labels', 'problems'],
  );
  const seen: Seen = { ids: new Map(), terms: new Map() };
  const problems: Problem[] = [];
  for (const item of reader.items(fields.get('problems'))) {
    const own = reader.fields(item, [...CODE_KEYS, 'subproblems'], requiredKeys(builtIn));
    const entry = parseEntry(reader, own, item, null, builtIn, seen);
    const subproblems = reader.items(own.get('subproblems')).map((child) => {
      const childFields = reader.fields(child, CODE_KEYS, requiredKeys(builtIn));
      return parseEntry(reader, childFields, child, builtIn ? entry.id : null, builtIn, seen);
    });
    problems.push({ ...entry, subproblems });
  }
  const examples = fields.get('examples');
  const inline = examples !== undefined && 'items' in (examples.node ?? {});
  return {
    id: reader.text(fields.get('id')) ?? '',
    labels: reader.localText(fields.get('labels'), builtIn) ?? NO_TEXT,
    problems,
    examples: inline ? parseExamples(reader, examples, seen) : [],
    examplesFile: inline ? null : (examples ?? null),
  };
}

function requiredKeys(builtIn: boolean): readonly string[] {
  return builtIn ? ['id', 'labels', 'definition'] : ['id', 'labels'];
}

function parseEntry(
  reader: YamlReader,
  fields: ReadonlyMap<string, Field>,
  at: Field,
  parent: string | null,
  builtIn: boolean,
  seen: Seen,
): CodeEntry {
  const id = reader.text(fields.get('id')) ?? '';
  checkId(reader, id, fields.get('id') ?? at, parent, seen);
  const terms: string[] = [];
  for (const item of reader.items(fields.get('terms'))) {
    const term = reader.text(item);
    if (term !== null && checkTerm(reader, term, item, id, seen)) terms.push(term);
  }
  const texts = (key: string) =>
    reader.items(fields.get(key)).flatMap((item) => reader.localText(item, builtIn) ?? []);
  return {
    id,
    labels: reader.localText(fields.get('labels'), builtIn) ?? NO_TEXT,
    definition: reader.localText(fields.get('definition'), builtIn) ?? NO_TEXT,
    includes: texts('includes'),
    excludes: texts('excludes'),
    terms,
  };
}

function checkId(
  reader: YamlReader,
  id: string,
  at: Field,
  parent: string | null,
  { ids }: Seen,
): void {
  if (id === '') return;
  const first = ids.get(id);
  if (first !== undefined) reader.report('taxonomy-id-twice', at, { id, first });
  else ids.set(id, at.line);
  if (/[\s;]/.test(id) || RESERVED.some((word) => word === id.toUpperCase())) {
    reader.report('taxonomy-id-form', at, { id });
  }
  if (parent !== null && parent !== '' && !id.startsWith(`${parent}.`)) {
    reader.report('taxonomy-id-child', at, { id, parent });
  }
}

function checkTerm(
  reader: YamlReader,
  term: string,
  at: Field,
  code: string,
  { terms }: Seen,
): boolean {
  const parts = parseTerm(term);
  if (!isSoundTerm(parts)) {
    reader.report('taxonomy-term-form', at, { term });
    return false;
  }
  for (const key of termKeys(parts)) {
    const other = terms.get(key);
    if (other === undefined) terms.set(key, { code, line: at.line });
    else if (other.code !== code) {
      const values = { term: key, first: other.code, second: code, line: other.line };
      reader.report('taxonomy-term-twice', at, values);
    }
  }
  return true;
}

/** Examples in the YAML itself: `{text, codes}`, codes as a list or joined by `;`. */
function parseExamples(reader: YamlReader, at: Field, seen: Seen): Example[] {
  const examples: Example[] = [];
  for (const item of reader.items(at)) {
    const fields = reader.fields(item, ['text', 'codes'], ['text', 'codes']);
    const text = reader.text(fields.get('text'));
    const codesField = fields.get('codes');
    if (text === null || codesField === undefined) continue;
    const listed = 'items' in (codesField.node ?? {});
    const codes = listed
      ? reader.items(codesField).flatMap((code) => reader.text(code) ?? [])
      : splitCodes(reader.text(codesField) ?? '');
    for (const code of codes) {
      if (isKnownCode(code, seen.ids)) continue;
      const hint = hintFor(code, seen.ids.keys());
      reader.report('taxonomy-example-code', codesField, { code, hint });
    }
    examples.push({ text, codes });
  }
  return examples;
}

/** @example splitCodes('A3.1; A6') // ['A3.1', 'A6'] */
export function splitCodes(codes: string): string[] {
  return codes
    .split(/[;；]/)
    .map((code) => code.trim())
    .filter((code) => code !== '');
}

export function isKnownCode(code: string, ids: { has(id: string): boolean }): boolean {
  return ids.has(code) || RESERVED.some((word) => word === code);
}
