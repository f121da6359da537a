/**
 * What each respondent of a panel said, so that rounds can be compared in pairs.
 *
 * The only part of a tally that grows with respondents; empty unless the survey is a panel. Ids are
 * kept as hashes. It adds up like the rest of a tally: an id that comes twice in a round is nobody's,
 * whichever came first.
 */
import { hashOf } from '../hash.ts';

/** Question -> hash of an id -> what was said. */
export type Panel = Map<string, Map<number, Said>>;

/** Problems stated in a substantive answer; null for an id that came more than once. */
export type Said = { readonly taxonomy: string; readonly problems: readonly string[] } | null;

export function enterSaid(panel: Panel, question: string, id: string, said: Said): void {
  const bare = id.trim();
  if (bare !== '') enter(panel, question, hashOf(bare), said);
}

export function mergePanel(target: Panel, other: Panel): void {
  for (const [question, people] of other) {
    for (const [hash, said] of people) enter(target, question, hash, said);
  }
}

function enter(panel: Panel, question: string, hash: number, said: Said): void {
  let people = panel.get(question);
  if (people === undefined) {
    people = new Map();
    panel.set(question, people);
  }
  people.set(hash, people.has(hash) ? null : said);
}
