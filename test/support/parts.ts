/** Rounds that are counted in parts: files that exist only here, counted apart and merged. */
import { createHash } from 'node:crypto';
import type { RoundFile, Survey } from '../../pipeline/survey/survey.ts';
import { sameInAll } from '../../pipeline/survey/text.ts';
import type { Codebook } from '../../pipeline/tally/codebook.ts';
import { type Counted, countParts, countRounds } from '../../pipeline/tally/count-rounds.ts';
import { keepNothing } from '../../pipeline/tally/saved/kept-round.ts';
import { writePart } from '../../pipeline/tally/saved/part.ts';
import { countedBy } from '../../pipeline/tally/saved/round-key.ts';
import { filesAtHand } from './counted.ts';
import { surveyOf, tiny, tinyCodebook } from './survey.ts';

export const PROGRAM = 'a'.repeat(64);

const terms: Readonly<Record<string, readonly string[]>> = {
  P1: ['经费'],
  'P1.1': ['经费不足'],
  P2: ['开会'],
  'P2.1': ['开会太多'],
  P3: ['没有人手'],
};
const withTerms = <One extends { readonly id: string }>(one: One) => ({
  ...one,
  terms: terms[one.id] ?? [],
});

/** `tiny`, with words to code answers by. */
export const codebook: Codebook = {
  ...tinyCodebook,
  taxonomies: new Map([
    [
      'tiny',
      {
        ...tiny,
        problems: tiny.problems.map((one) => ({
          ...withTerms(one),
          subproblems: one.subproblems.map(withTerms),
        })),
      },
    ],
  ]),
};

/** Weighted, nested, with a question of four types, in two rounds. */
export const SURVEY: Survey = surveyOf({
  columns: { respondent: ['id'], weight: ['w'], stratum: null, cluster: null, fpc: null },
  questions: [
    ...surveyOf().questions,
    {
      ...{ id: 'years', label: sameInAll('years'), missing: [], skipped: [], asked: ['r1', 'r2'] },
      ...{ type: 'number', column: ['years'] },
    },
  ],
});

const ANSWERS = ['经费不足', '开会太多，经费也不够', '没有人手干活', '食堂的菜太咸了', '没有', ''];
export const HEAD = 'id,w,type,unit,open,scale,single,years';

/** Some respondents as a file; those of other parts have other ids, weights and answers. */
export function exportOf(part: number, respondents = 23): string {
  const rows = Array.from({ length: respondents }, (_, i) => {
    const at = i * 7 + part * 3;
    const weight = (0.5 + (at % 9) / 10).toFixed(2);
    const groups = `T${at % 2},U${at % 3}`;
    const answers = `${ANSWERS[at % 6]},${1 + (at % 5)},${'xyz'[at % 3]},${at % 40}`;
    return `p${part}-${i},${weight},${groups},"${answers.split(',').slice(0, -3).join(',')}",${answers.split(',').slice(-3).join(',')}`;
  });
  return [HEAD, ...rows].join('\n');
}

/** A file of a round about which nothing is said. */
export const plain = (name: string): RoundFile => ({
  ...{ path: `/${name}`, name, encoding: null, sheet: null, headerRows: null, twin: null },
});

/** Files by name, exports and tallies; each tally is its text. */
export type Files = Readonly<Record<string, string>>;

interface Ways {
  readonly survey?: Survey;
  readonly codebook?: Codebook;
  readonly program?: string;
}

/** A survey of rounds with these files, counted as `run` counts it. */
export function counted(rounds: Readonly<Record<string, Files>>, ways: Ways = {}) {
  return count(rounds, ways, countRounds);
}

function count(
  rounds: Readonly<Record<string, Files>>,
  { survey = SURVEY, codebook: book = codebook, program = PROGRAM }: Ways,
  how: typeof countRounds,
): Promise<Counted> {
  const contents = new Map(
    Object.values(rounds).flatMap((files) =>
      Object.entries(files).map(([name, content]) => [`/${name}`, Buffer.from(content)] as const),
    ),
  );
  const own = {
    ...survey,
    rounds: Object.entries(rounds).map(([id, files]) => ({
      ...{ id, label: sameInAll(id), date: null },
      files: Object.keys(files).map(plain),
    })),
  };
  const sinks = { codeLines: async () => {}, setAside: async () => {}, flags: async () => {} };
  const watched = { keeper: keepNothing(program), watch: () => {} };
  return how(own, book, { strict: false, jobs: 1 }, sinks, filesAtHand(contents), watched);
}

/** A tally of these files, as `canvass tally` writes it. */
export async function tallyOf(files: Files, round = 'r1', ways: Ways = {}): Promise<string> {
  const { tallies, ...rest } = await count({ [round]: files }, ways, countParts);
  const { survey = SURVEY, codebook: book = codebook, program = PROGRAM } = ways;
  const by = countedBy(withRound(survey, round), round, book, program);
  return writePart({ ...rest, round, by, tally: tallies.get(round)! })!;
}

export function withRound(survey: Survey, id: string): Survey {
  return { ...survey, rounds: [{ id, label: sameInAll(id), date: null, files: [] }] };
}

// biome-ignore lint/suspicious/noExplicitAny: a test changes whatever stands in a file
type Json = any;

/** A tally that somebody changed and sealed anew. */
export function tampered(content: string, change: (head: Json, counts: Json) => void): string {
  const [first, , ...lines] = content.split('\n');
  const [head, counts] = lines.map((line): Json => JSON.parse(line));
  change(head, counts);
  return sealed(first!, `${JSON.stringify(head)}\n${JSON.stringify(counts)}`);
}

export function sealed(first: string, rest: string): string {
  return `${first}\n${createHash('sha256').update(rest).digest('hex')}\n${rest}`;
}

/** Messages of what is refused, with the values that tell why; empty if nothing is. */
export async function problemsOf(counting: Promise<unknown>) {
  try {
    await counting;
    return [];
  } catch (error) {
    const { problems } = error as {
      problems?: readonly { message: string; file?: string; values: object }[];
    };
    if (problems === undefined) throw error;
    return problems;
  }
}
