/** The statements of an answer, as a model scores them. */

import type { Clause } from './clauses.ts';
import type { Span } from './found.ts';
import type { Piece } from './pieces.ts';
import type { Reading } from './reader.ts';
import type { RuleFeatures } from './rules.ts';

/** Clauses joined by commas or blanks only say one thing; other marks and contrasts begin another. */
export interface Statement {
  /** In order, each once in an answer. */
  readonly clauses: readonly Piece[];
  /** Rows of the rules that hold for it, each once. */
  readonly rules: readonly number[];
}

/** An answer of more statements is taken as one. */
const MOST = 200;

/**
 * All of an answer in statements, each one clause or more.
 *
 * A clause that only denies a problem (经费不缺) speaks for no code and is left out; one that was
 * said before in the answer says nothing more.
 */
export function statementsOf(reading: Reading, rules: RuleFeatures): readonly Statement[] {
  const spans = spansOf(reading);
  const isNew = newTexts(reading.pieces.length);
  return spans.map(({ start, end, clauses }) => ({
    clauses: clauses.filter(({ text }) => isNew(text)),
    rules: rules.rowsOf(reading, spans.length === 1 ? undefined : { start, end }),
  }));
}

/**
 * The clauses that hold a term that counts, each as a statement: the answer without what else it
 * says (有事打我电话，经费问题一直没人管). None where that is all of the answer.
 */
export function excerptsOf(reading: Reading, rules: RuleFeatures): readonly Statement[] {
  const { kept, clauses, pieces } = reading;
  const telling = new Set(kept.map((hit) => clauses.at(hit.start)));
  if (telling.size === clauses.list.length) return [];
  return [...telling].map((index) => ({
    clauses: [pieces[index]!],
    rules: rules.rowsOf(reading, clauses.list[index]),
  }));
}

/** All clauses of an answer, each once. */
export function differentClauses({ pieces }: Reading): readonly Piece[] {
  return [...new Map(pieces.map((piece) => [piece.text, piece])).values()];
}

/** Of so many texts a list is searched faster than a set. */
const FEW = 12;

/** Whether a text has not been asked about before. */
function newTexts(most: number): (text: string) => boolean {
  const set = most > FEW ? new Set<string>() : null;
  const list: string[] = [];
  return (text) => {
    if (set === null ? list.includes(text) : set.has(text)) return false;
    if (set === null) list.push(text);
    else set.add(text);
    return true;
  };
}

/** Where statements stand, with their clauses that speak for anything. */
function spansOf(reading: Reading): readonly (Span & { readonly clauses: readonly Piece[] })[] {
  const { pieces, clauses } = reading;
  const denied = deniedOnly(reading);
  const spans: { start: number; end: number; clauses: Piece[] }[] = [];
  for (const [index, clause] of clauses.list.entries()) {
    if (spans.length === 0 || (begins(clause) && spans.length <= MOST)) {
      spans.push({ start: clause.start, end: clause.end, clauses: [] });
    }
    const last = spans.at(-1)!;
    last.end = clause.end;
    if (!denied.has(index)) last.clauses.push(pieces[index]!);
  }
  if (spans.length <= MOST) return spans;
  const all = spans.flatMap((one) => one.clauses);
  return [{ start: spans[0]!.start, end: spans.at(-1)!.end, clauses: all }];
}

const NO_CLAUSE: ReadonlySet<number> = new Set();

/** Clauses that hold a denied term and none that counts. */
function deniedOnly({ denied, kept, clauses }: Reading): ReadonlySet<number> {
  if (denied.length === 0) return NO_CLAUSE;
  const found = new Set(denied.map(({ hit }) => clauses.at(hit.start)));
  for (const hit of kept) found.delete(clauses.at(hit.start));
  return found;
}

function begins({ kind }: Clause): boolean {
  return kind !== 'comma' && kind !== 'space';
}
