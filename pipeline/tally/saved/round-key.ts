/** What the counts of a round depend on: how it is counted, and of which files. */
import { sha256 } from '../../sha256.ts';
import type { Question, RoundFile, Survey } from '../../survey/survey.ts';
import type { Codebook } from '../codebook.ts';
import { encode } from './codec.ts';

/** Input files as they were opened. */
interface Input {
  readonly name: string;
  readonly sha256: string;
  readonly sheet: string | null;
  readonly encoding: string;
  readonly twin: { readonly sha256: string } | null;
}

/** The parts of how a round is counted, in the order in which they are told. */
export const COUNTED_BY = ['program', 'settings', 'taxonomies', 'hand_codes'] as const;

/** How a round is counted, whichever its files: SHA-256 (hex) of each part. */
export type CountedBy = Readonly<Record<(typeof COUNTED_BY)[number], string>>;

/**
 * The program, and all of the survey and its codebook that reading, coding and counting look at.
 * Other rounds, titles and what is made of the counts afterwards change nothing.
 *
 * @param program as `programHash` knows it
 */
export function countedBy(
  survey: Survey,
  round: string,
  codebook: Codebook,
  program: string,
): CountedBy {
  const { columns, exclude, groups, weighting, panel, hygiene, maximumSetAside, privacy } = survey;
  return {
    program,
    settings: hashOf({
      survey: { columns, exclude, groups, weighting, panel, hygiene, maximumSetAside },
      privacy: { quotes: privacy.quotes, personalData: privacy.personalData },
      language: survey.languages[0],
      questions: survey.questions.map((question) => inRound(question, round)),
    }),
    taxonomies: hashOf(codesIn(survey, round, codebook)),
    hand_codes: hashOf(codebook.handCodes?.sha256 ?? null),
  };
}

/** SHA-256 (hex) of how a round is counted, and of the bytes of its files and how they are read. */
export function roundKey(
  survey: Survey,
  round: string,
  inputs: readonly Input[],
  codebook: Codebook,
  { program, strict }: { readonly program: string; readonly strict: boolean },
): string {
  const own = survey.rounds.find(({ id }) => id === round)!;
  return hashOf({
    by: countedBy(survey, round, codebook, program),
    ...{ strict, round: { id: round, files: own.files.map(howRead) } },
    inputs: inputs.map(({ name, sha256, sheet, encoding, twin }) => {
      return { name, sha256, sheet, encoding, twin: twin?.sha256 ?? null };
    }),
  });
}

function howRead({ path: _, twin: __, ...file }: RoundFile) {
  return file;
}

function hashOf(value: unknown): string {
  return sha256(encode(value));
}

/** What answers of a round are coded by: nothing of taxonomies that other rounds alone use. */
function codesIn({ questions }: Survey, round: string, codebook: Codebook) {
  const used = new Set(questions.flatMap((question) => taxonomiesOf(question, round)));
  const taxonomies = [...codebook.taxonomies].filter(([reference]) => used.has(reference));
  const members = codebook.themes.flatMap((theme) =>
    taxonomies.map(([, { id }]) => [theme.id, id, theme.members.get(id) ?? []] as const),
  );
  return {
    taxonomies: taxonomies.map(([reference, { sha256 }]) => [reference, sha256]),
    themes: members.filter(([, , codes]) => codes.length > 0),
  };
}

function taxonomiesOf(question: Question, round: string): readonly string[] {
  if (question.type !== 'open' || !question.asked.includes(round)) return [];
  const { taxonomy } = question;
  if (taxonomy.by === null) return [taxonomy.taxonomy];
  return [...taxonomy.taxonomies].flatMap(([value, reference]) =>
    taxonomy.by === 'round' && value !== round ? [] : [reference],
  );
}

/** A question without what is said of it for other rounds. */
function inRound(question: Question, round: string): unknown {
  const asked = question.asked.includes(round);
  if (question.type === 'scale') {
    return { ...question, asked, rounds: question.rounds.get(round) ?? null };
  }
  if (question.type === 'open' && question.taxonomy.by === 'round') {
    return { ...question, asked, taxonomy: question.taxonomy.taxonomies.get(round) ?? null };
  }
  return { ...question, asked };
}
