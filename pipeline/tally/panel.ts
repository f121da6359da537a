/**
 * What each respondent of a panel said and where they belong, so that rounds can be compared in
 * pairs, and so that ids which only look alike show.
 *
 * The only part of a tally that grows with respondents; empty unless the survey is a panel. Ids are
 * kept as hashes. It adds up like the rest of a tally: an id that comes twice in a round is nobody's,
 * whichever came first.
 */
import { hashOf, hashOfParts } from '../hash.ts';

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

/** Hash of an id -> hash of the values of the outermost groups; null for an id that came twice. */
export type People = Map<number, number | null>;

export function enterPerson(people: People, id: string, groups: readonly string[]): void {
  const bare = id.trim();
  if (bare !== '') enterHash(people, hashOf(bare), hashOfParts(groups));
}

export function mergePeople(target: People, other: People): void {
  for (const [id, groups] of other) enterHash(target, id, groups);
}

function enterHash(people: People, id: number, groups: number | null): void {
  people.set(id, people.has(id) ? null : groups);
}
