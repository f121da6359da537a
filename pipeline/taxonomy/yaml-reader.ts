/** Reads untrusted YAML node by node, collecting problems with file, line and key. */

import { isMap, isScalar, isSeq, type Node } from 'yaml';
import { nearest, type Problem, problem } from '../errors.ts';
import type { MessageKey } from '../messages.ts';
import { inAllLanguages } from '../survey/local-text.ts';
import { LANGUAGES, type Lang, type LocalText, sameInAll } from '../survey/text.ts';
import { readDocument } from '../survey/yaml-document.ts';

/** A node of the document with the path of its key; `node` is null where the value is empty. */
export interface Field {
  readonly key: string;
  readonly node: Node | null;
  /** Line of the node, or of the map it belongs to. */
  readonly line: number;
}

export interface YamlReader {
  readonly root: Field;
  /** Everything wrong so far; the reader's functions add to it. */
  readonly problems: Problem[];
  report(message: MessageKey, at: Field, values?: Readonly<Record<string, string | number>>): void;
  /** The fields of a map; reports unknown keys and missing `required` ones. */
  fields(
    at: Field,
    known: readonly string[],
    required: readonly string[],
  ): ReadonlyMap<string, Field>;
  /** The items of a list; none if the field is absent. */
  items(at: Field | undefined): readonly Field[];
  /** A text, a number as written; null (and a problem) if it is neither. */
  text(at: Field | undefined): string | null;
  /** One text for all languages, or a map of them; `complete` demands every language. */
  localText(at: Field | undefined, complete: boolean): LocalText | null;
}

/** Opens a document; syntax errors and repeated keys become problems. */
export function readYaml(source: string, file: string): YamlReader {
  const { document, lines, problems: wrong } = readDocument(source, file);
  const problems: Problem[] = [...wrong];
  const lineOf = (node: Node | null | undefined, otherwise: number) =>
    node?.range ? lines.linePos(node.range[0]).line : otherwise;

  const reader: YamlReader = {
    root: { key: '', node: document.contents, line: 1 },
    problems,
    report(message, { key, line }, values = {}) {
      problems.push(problem(message, key === '' ? { file, line } : { file, line, key }, values));
    },

    fields(at, known, required) {
      const found = new Map<string, Field>();
      if (!isMap(at.node)) {
        wrongType(at, `a map with the keys ${known.join(', ')}`);
        return found;
      }
      for (const pair of at.node.items) {
        const key = isScalar(pair.key) ? String(pair.key.value) : '';
        const node = (pair.value ?? null) as Node | null;
        const field = {
          key: at.key === '' ? key : `${at.key}.${key}`,
          node,
          line: lineOf(pair.key as Node, at.line),
        };
        if (known.includes(key)) found.set(key, field);
        else {
          reader.report('taxonomy-key-unknown', field, {
            name: key,
            known: known.join(', '),
            hint: hintFor(key, known),
          });
        }
      }
      for (const name of required) {
        if (!found.has(name)) reader.report('taxonomy-key-missing', at, { name });
      }
      return found;
    },

    items(at) {
      if (at === undefined || isEmpty(at.node)) return [];
      if (!isSeq(at.node)) {
        wrongType(at, 'a list');
        return [];
      }
      return at.node.items.map((item, index) => ({
        // As survey.yaml counts: from 1.
        key: `${at.key}[${index + 1}]`,
        node: item as Node,
        line: lineOf(item as Node, at.line),
      }));
    },

    text(at) {
      if (at === undefined) return null;
      if (isScalar(at.node)) {
        const { value, source: written } = at.node;
        if (typeof value === 'string' && value.trim() !== '') return value.trim();
        if (typeof value === 'number') return written ?? String(value);
      }
      wrongType(at, 'a text');
      return null;
    },

    localText(at, complete) {
      if (at === undefined) return null;
      if (!isMap(at.node)) {
        const text = reader.text(at);
        if (text !== null && complete) {
          reader.report('taxonomy-key-missing', at, { name: LANGUAGES.join(', ') });
        }
        return text === null ? null : sameInAll(text);
      }
      const fields = reader.fields(at, LANGUAGES, complete ? LANGUAGES : []);
      const given: Partial<Record<Lang, string>> = {};
      for (const lang of LANGUAGES) {
        const text = reader.text(fields.get(lang));
        if (text !== null) given[lang] = text;
      }
      const texts = inAllLanguages(given);
      if (texts === null && !complete) {
        reader.report('taxonomy-key-missing', at, { name: LANGUAGES.join(', ') });
      }
      return texts;
    },
  };
  return reader;

  function wrongType(at: Field, expected: string): void {
    // After a syntax error the tree is only half there: one message is enough.
    if (wrong.length > 0) return;
    if (isEmpty(at.node)) {
      if (at.key === '') reader.report('taxonomy-empty', at);
      else reader.report('no-value', at, { key: at.key, expected });
      return;
    }
    const found = String(at.node).trim().split('\n')[0]!;
    reader.report('taxonomy-type', at, { found, expected });
  }
}

/** ` (did you mean X?)`, or '' if nothing is near. */
export function hintFor(wanted: string, names: Iterable<string>): string {
  const near = nearest(wanted, names);
  return near === null ? '' : ` → ${near}?`;
}

function isEmpty(node: Node | null): boolean {
  return node === null || (isScalar(node) && node.value === null);
}
