/** What the counts of a round depend on, as one hash. */
import { createHash } from 'node:crypto';
import type { Question, Survey } from '../../survey/survey.ts';
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

/**
 * SHA-256 (hex) of the program, the bytes of the round's files, and all of the survey and
 * its codebook that reading, coding and counting look at. Other rounds, titles and what is made of
 * the counts afterwards change nothing.
 *
 * @param program as `programHash` knows it
 */
export function roundKey(
  survey: Survey,
  round: string,
  inputs: readonly Input[],
  codebook: Codebook,
  { program, strict }: { readonly program: string; readonly strict: boolean },
): string {
  const { columns, exclude, groups, weighting, panel, hygiene, maximumSetAside, privacy } = survey;
  const own = survey.rounds.find(({ id }) => id === round)!;
  const parts = {
    ...{ program, strict },
    round: { id: round, files: own.files.map(({ path: _, twin: __, ...file }) => file) },
    inputs: inputs.map(({ name, sha256, sheet, encoding, twin }) => {
      return { name, sha256, sheet, encoding, twin: twin?.sha256 ?? null };
    }),
    survey: { columns, exclude, groups, weighting, panel, hygiene, maximumSetAside },
    privacy: { quotes: privacy.quotes, personalData: privacy.personalData },
    language: survey.languages[0],
    questions: survey.questions.map((question) => inRound(question, round)),
    ...codesIn(survey, round, codebook),
    handCodes: codebook.handCodes?.sha256 ?? null,
  };
  return createHash('sha256').update(encode(parts)).digest('hex');
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
