/** The taxonomies a survey uses, with what counting and showing need to look up in them. */
import type { HandCodes } from '../code/learn/hand-codes.ts';
import type { Learnt } from '../code/trained.ts';
import type { Taxonomy, Theme } from '../taxonomy/taxonomy.ts';

/** The codes there are. */
export interface CodeList {
  /** By the id or path that survey.yaml names, in order of first use. */
  readonly taxonomies: ReadonlyMap<string, Taxonomy>;
  /** Themes with a member in one of these taxonomies. */
  readonly themes: readonly Theme[];
}

export interface Codebook extends CodeList {
  /** What the coders of these taxonomies have learnt, by the same reference. */
  readonly learnt: ReadonlyMap<string, Learnt>;
  /** The hand-coded answers that taught these coders; null where the survey names none. */
  readonly handCodes: HandCodes | null;
}

/** Each taxonomy once, by its own id, however survey.yaml names it. */
export function taxonomiesById({ taxonomies }: CodeList): ReadonlyMap<string, Taxonomy> {
  return new Map([...taxonomies.values()].map((one) => [one.id, one]));
}

/** The codes alone, as other threads need them. */
export function codesIn({ taxonomies, themes }: Codebook): CodeList {
  return withoutExamples({ taxonomies, themes });
}

/** The codes for working threads: what is learnt is learnt, so that nobody needs examples any more. */
export function withoutExamples<Codes extends CodeList>(codes: Codes): Codes {
  const taxonomies = [...codes.taxonomies].map(
    ([reference, taxonomy]) => [reference, { ...taxonomy, examples: [] }] as const,
  );
  return { ...codes, taxonomies: new Map(taxonomies) };
}
