/** Codes an answer to an open question and counts what it says. */
import type { Coding, Status, TwoCodings } from '../code/coding.ts';
import { hashOf } from '../hash.ts';
import type { Answer, Respondent } from '../read/respondent.ts';
import type { OpenQuestion } from '../survey/survey.ts';
import type { Taxonomy } from '../taxonomy/taxonomy.ts';
import { type Amount, type CountPlan, everybody, inGroup } from './count-plan.ts';
import { codeItem, pairItem, statusItem, themeItem } from './items.ts';
import { enterSaid } from './panel.ts';
import { enterQuotable, personOf } from './quotable.ts';
import { addTo, addToSample, itemIndex, type Tally } from './tally.ts';

/** Stands for the taxonomy of respondents whose group has none: they were not asked. */
export const NO_TAXONOMY = '';

export const NOT_ASKED = { status: 'skipped', codes: [] } as const satisfies Coding;
const NOT_ASKED_TWICE: TwoCodings = { coding: NOT_ASKED, byTerms: NOT_ASKED };

/** Groupings beside those of the survey, for tables made again in another way. */
/** Respondents flagged by a rule of hygiene. */
export const FLAGGED = '~flagged';
/** Everybody, coded by the taxonomy's terms alone. */
export const BY_TERMS = '~by-terms';

/** Statuses in which an answer says something, so that it counts into the base. */
export const SUBSTANTIVE: readonly Status[] = ['coded', 'uncoded', 'no-problem'];

/** @returns the coding, for the private lines */
export function countOpen(
  question: OpenQuestion,
  answer: Answer,
  respondent: Respondent,
  amount: Amount,
  plan: CountPlan,
  tally: Tally,
): Coding {
  const reference = taxonomyOf(question, respondent, plan);
  const taxonomy = plan.codebook.taxonomies.get(reference ?? '');
  const coder = plan.coders.get(reference ?? '');
  if (taxonomy === undefined || coder === undefined) {
    const nobody = itemIndex(tally, question.id, statusItem(NO_TAXONOMY, 'skipped'));
    addTo(tally, everybody(question.id, amount), [nobody], amount.own);
    return NOT_ASKED;
  }
  const { coding, byTerms } =
    answer.kind === 'text' ? coder.codeTwice(answer.text) : NOT_ASKED_TWICE;
  const index = (item: string) => itemIndex(tally, question.id, item);
  const { status, problems, leaves, stated } = itemsOf(
    coding.status,
    codesIn(coding),
    taxonomy,
    index,
  );
  const codes = new Set([...stated.problems, ...stated.leaves]);
  const themes = plan.codebook.themes
    .filter((theme) => theme.members.get(taxonomy.id)?.some((code) => codes.has(code)))
    .map((theme) => index(themeItem(theme.id)));
  const pairs = stated.problems.flatMap((a, i) =>
    stated.problems.slice(i + 1).map((b) => index(pairItem(taxonomy.id, a, b))),
  );
  const main = [status, ...problems, ...leaves];
  addTo(tally, everybody(question.id, amount), [...main, ...themes, ...pairs], amount.own);
  plan.survey.groups.forEach((group, g) => {
    const own = [status, ...problems, ...themes, ...(group.within === null ? leaves : [])];
    addTo(tally, inGroup(question.id, group.id, respondent.groups[g]!, amount), own, amount.own);
  });
  const terms = itemsOf(byTerms.status, byTerms.codes, taxonomy, index);
  const again = [terms.status, ...terms.problems, ...terms.leaves];
  addTo(tally, inGroup(question.id, BY_TERMS, '', amount), again, amount.own);
  if (plan.survey.panel && SUBSTANTIVE.includes(coding.status)) {
    const said = { taxonomy: taxonomy.id, problems: stated.problems };
    enterSaid(tally.panel, question.id, respondent.id, said);
  }
  if (respondent.flags.length > 0) {
    addTo(tally, inGroup(question.id, FLAGGED, '', amount), main, amount.own);
  }
  return coding;
}

/** Places of the items of an answer, and the codes they stand for. */
function itemsOf(
  status: Status,
  codes: readonly string[],
  taxonomy: Taxonomy,
  index: (item: string) => number,
) {
  const stated = codesOf(codes, taxonomy);
  return {
    status: index(statusItem(taxonomy.id, status)),
    problems: stated.problems.map((code) => index(codeItem(taxonomy.id, code))),
    leaves: stated.leaves.map((code) => index(codeItem(taxonomy.id, code))),
    stated,
  };
}

function codesIn({ codes }: Coding): readonly string[] {
  return codes.map((one) => one.code);
}

/** Statuses of which answers are sampled: those no code fits, and those to compare them with. */
export const SAMPLED: readonly Status[] = ['uncoded', 'coded'];

/** Offers an answer to the samples that it belongs to. */
export function sampleOpen(
  question: OpenQuestion,
  respondent: Respondent,
  { file, answer, coding }: { file: string; answer: Answer; coding: Coding },
  plan: CountPlan,
  tally: Tally,
): void {
  if (answer.kind !== 'text' || !SAMPLED.includes(coding.status)) return;
  const taxonomy = plan.codebook.taxonomies.get(taxonomyOf(question, respondent, plan)!)!;
  const hash = hashOf([plan.round, file, respondent.row, answer.text].join('\u0000'));
  const item = statusItem(taxonomy.id, coding.status);
  addToSample(tally, question.id, item, hash, answer.text, respondent.groups);
  if (plan.survey.privacy.quotes === 'redacted') {
    const person = personOf(respondent, plan.survey, plan.round, file);
    const { groups } = respondent;
    const coded = { text: answer.text, coding, hash };
    enterQuotable(tally.quotable, question.id, taxonomy, coded, { person, groups });
  }
}

/** The taxonomy (as survey.yaml names it) that codes this respondent's answer; undefined: none. */
export function taxonomyOf(
  question: OpenQuestion,
  respondent: Respondent,
  { survey, round }: Pick<CountPlan, 'survey' | 'round'>,
): string | undefined {
  const choice = question.taxonomy;
  if (choice.by === null) return choice.taxonomy;
  if (choice.by === 'round') return choice.taxonomies.get(round);
  return choice.taxonomies.get(
    respondent.groups[survey.groups.findIndex((one) => one.id === choice.by)]!,
  );
}

/** The problems an answer states, itself or through a leaf, and its leaves; in the taxonomy's order. */
function codesOf(
  codes: readonly string[],
  taxonomy: Taxonomy,
): { problems: readonly string[]; leaves: readonly string[] } {
  if (codes.length === 0) return { problems: [], leaves: [] };
  const hit = new Set(codes);
  const problems: string[] = [];
  const leaves: string[] = [];
  for (const one of taxonomy.problems) {
    const own = one.subproblems.filter((leaf) => hit.has(leaf.id)).map((leaf) => leaf.id);
    leaves.push(...own);
    if (own.length > 0 || hit.has(one.id)) problems.push(one.id);
  }
  return { problems, leaves };
}
