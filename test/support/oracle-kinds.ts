/** Every kind of respondent that there could be, as far as one question can tell. */
import type { Status } from '../../pipeline/code/coding.ts';
import type { Taxonomy } from '../../pipeline/taxonomy/taxonomy.ts';

/** Where a respondent is: a value for each group of the survey. */
export interface Unit {
  readonly type: string;
  readonly unit: string;
}

/** What a respondent may have said to a question, and where. */
export interface Kind extends Unit {
  readonly question: string;
  /** Empty of a closed question, and of who was not asked an open one. */
  readonly taxonomy: string;
  readonly status: Status | 'answered' | 'missing';
  /** Problems with all of which a sub-problem was named, and sub-problems; or options. */
  readonly said: ReadonlySet<string>;
  readonly isFlagged: boolean;
}

type Words = Pick<Kind, 'status' | 'said'>;

/** Every way to answer an open question: each problem not named, or with any of its sub-problems. */
export function openWords({ problems }: Taxonomy): readonly Words[] {
  const named = problems.reduce<readonly (readonly string[])[]>(
    (before, { id, subproblems }) => {
      const leaves = subsetsOf(subproblems.map((one) => one.id));
      const ways = [[], ...leaves.map((some) => [id, ...some])];
      return before.flatMap((said) => ways.map((way) => [...said, ...way]));
    },
    [[]],
  );
  return [
    ...(['uncoded', 'no-problem', 'empty', 'skipped'] as const).map((status) => wordsOf(status)),
    ...named.filter((said) => said.length > 0).map((said) => wordsOf('coded', said)),
  ];
}

/** @param choices every set of options that may be chosen together */
export function closedWords(choices: readonly (readonly string[])[]): readonly Words[] {
  return [
    wordsOf('missing'),
    wordsOf('skipped'),
    ...choices.map((options) => wordsOf('answered', options)),
  ];
}

function wordsOf(status: Kind['status'], said: readonly string[] = []): Words {
  return { status, said: new Set(said) };
}

export function subsetsOf(items: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: 2 ** items.length }, (_, set) =>
    items.filter((__, i) => ((set >> i) & 1) === 1),
  );
}
