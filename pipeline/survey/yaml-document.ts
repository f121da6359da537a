/** YAML as people write it: what is wrong is told by its cause, with the line as it should be. */
import type { Document, LineCounter } from 'yaml';
import { type Problem, problem } from '../errors.ts';
import { causeOf } from './yaml-errors.ts';
import { type Cause, type Source, sourceOf } from './yaml-source.ts';
import { unmeant } from './yaml-unmeant.ts';

export interface YamlDocument {
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
  /** None where the document can be used. */
  readonly problems: readonly Problem[];
}

/** What lines behind another one that is wrong are nearly always taken for. */
const FOLLOWS: ReadonlySet<Problem['message']> = new Set([
  'yaml-indent',
  'yaml-no-key',
  'yaml-syntax',
]);
/** Causes that are told with their whole line as it should be. */
const MENDED: ReadonlySet<Problem['message']> = new Set([
  'yaml-colon',
  'yaml-comma-plain',
  'yaml-comma-twice',
  'yaml-quote',
]);
/** More slips than lines hold. */
const SLIPS_IN_LINE = 20;

/**
 * Parses YAML; the first thing wrong is told, and of further lines what does not come of it.
 *
 * @param file as named to the user
 * @example readDocument('title：调查\nrounds: []\n', 'a.yaml').problems[0] // line 1: `title: 调查`
 */
export function readDocument(text: string, file: string): YamlDocument {
  const source = sourceOf(text);
  const found = causesOf(source);
  const first = found.filter(
    ({ line, message }, i) => i === 0 || (found[i - 1]!.line !== line && !FOLLOWS.has(message)),
  );
  const problems = mendedWhole(first, source).map(({ message, line, values }) =>
    problem(message, { file, line }, values),
  );
  return { document: source.document, lines: source.lines, problems };
}

function causesOf(source: Source): readonly Cause[] {
  const errors = source.document.errors.map((error) => causeOf(error, source));
  return [...errors, ...unmeant(source)].toSorted((a, b) => a.line - b.line);
}

/**
 * Lines with several slips as they are without any, so that what is told can be read.
 *
 * @example `{label: @一, note: @二}` // `{label: "@一", note: "@二"}`, not just its first value in quotes
 */
function mendedWhole(causes: readonly Cause[], source: Source): readonly Cause[] {
  const written = [...source.written];
  const told = new Set(causes.filter(isMended).map(({ line }) => line));
  let left = causes.filter(isMended);
  for (let i = 0; i < SLIPS_IN_LINE && left.length > 0; i++) {
    for (const { line, values } of left) {
      // Of further slips in this line the next pass tells, by what the line is then.
      const [text, mended] = [String(values.text), String(values.mended)];
      written[line - 1] = written[line - 1]!.replace(text, () => mended);
    }
    const again = causesOf(sourceOf(written.join('\n')));
    left = again.filter((cause) => isMended(cause) && told.has(cause.line));
  }
  return causes.map((cause) =>
    isMended(cause)
      ? { ...cause, values: { ...cause.values, mended: written[cause.line - 1]!.trim() } }
      : cause,
  );
}

function isMended({ message }: Cause): boolean {
  return MENDED.has(message);
}
