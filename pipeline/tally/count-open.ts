/** Codes an answer to an open question and counts what it says. */
import type { Coding, Status, TwoCodings } from '../code/coding.ts';
import { entry } from '../entry.ts';
import { hashOfParts } from '../hash.ts';
import type { Answer, Respondent } from '../read/respondent.ts';
import type { PersonalHit } from '../redact/personal.ts';
import { redactFound } from '../redact/redact.ts';
import type { OpenQuestion } from '../survey/survey.ts';
import type { Taxonomy } from '../taxonomy/taxonomy.ts';
import type { Amount, CountPlan } from './count-plan.ts';
import { codeItem, pairItem, statusItem, themeItem } from './items.ts';
import { enterSaid } from './panel.ts';
import type { Profiles, Scope } from './profiles.ts';
import { enterQuotable, personOf } from './quotable.ts';
import { addToSample, getOrMake, type Tally } from './tally.ts';

/** Stands for the taxonomy of respondents whose group has none: they were not asked. */
export const NO_TAXONOMY = '';

export const NOT_ASKED = { status: 'skipped', codes: [] } as const satisfies Coding;
const NOT_ASKED_TWICE: TwoCodings = { coding: NOT_ASKED, byTerms: NOT_ASKED };

// Groupings beside those of the survey, for tables made again in another way.

/** Respondents flagged by a rule of hygiene. */
export const FLAGGED = '~flagged';
/** Everybody, coded by the taxonomy's terms alone. */
export const BY_TERMS = '~by-terms';

/** Statuses in which an answer says something, so that it counts into the base. */
export const SUBSTANTIVE: readonly Status[] = ['coded', 'uncoded', 'no-problem'];

/** Items of an answer: what it is in the main tables, and all that it counts as. */
interface Counted {
  readonly main: readonly number[];
  readonly all: readonly number[];
  /** Problems that the answer states. */
  readonly problems: readonly string[];
}

/** Most combinations of codes whose items are remembered: a million answers have some 6,000. */
const REMEMBERED = 20_000;

/** Counts the answers to one open question; the same items are put together once. */
export class OpenCounter {
  readonly #q: number;
  readonly #plan: CountPlan;
  readonly #profiles: Profiles;
  readonly #tally: Tally;
  /** By taxonomy, status and codes; of most answers no key need be put together. */
  readonly #counted = new Map<string, Map<Status, Map<string, Counted>>>();

  /** @param q number of the question */
  constructor(q: number, plan: CountPlan, profiles: Profiles, tally: Tally) {
    this.#q = q;
    this.#plan = plan;
    this.#profiles = profiles;
    this.#tally = tally;
  }

  /** Codes and counts one answer. @returns the coding, for the private lines */
  count(
    question: OpenQuestion,
    answer: Answer,
    respondent: Respondent,
    { own, profile }: Amount,
  ): Coding {
    const { codebook, coders, survey } = this.#plan;
    const reference = taxonomyOf(question, respondent, this.#plan) ?? '';
    const [taxonomy, coder] = [codebook.taxonomies.get(reference), coders.get(reference)];
    if (taxonomy === undefined || coder === undefined) {
      const nobody = this.#item(statusItem(NO_TAXONOMY, 'skipped'), 'everybody');
      this.#profiles.add(profile, [nobody], own);
      return NOT_ASKED;
    }
    const { coding, byTerms } =
      answer.kind === 'text' ? coder.codeTwice(answer.text) : NOT_ASKED_TWICE;
    const counted = this.#countedAs(coding.status, codesIn(coding), taxonomy);
    this.#profiles.add(profile, counted.all, own);
    const { main } = this.#countedAs(byTerms.status, byTerms.codes, taxonomy);
    this.#addApart(BY_TERMS, main, { own, profile });
    if (respondent.flags.length > 0) this.#addApart(FLAGGED, counted.main, { own, profile });
    if (survey.panel && SUBSTANTIVE.includes(coding.status)) {
      const said = { taxonomy: taxonomy.id, problems: counted.problems };
      enterSaid(this.#tally.panel, question.id, respondent.id, said);
    }
    return coding;
  }

  #addApart(grouping: string, items: readonly number[], { own, profile }: Amount): void {
    const apart = this.#profiles.apart(grouping, profile.design);
    this.#profiles.add(apart, items, own);
  }

  #item(name: string, scope: Scope): number {
    return this.#profiles.item(this.#q, name, scope);
  }

  #countedAs(status: Status, codes: readonly string[], taxonomy: Taxonomy): Counted {
    const known = getOrMake(getOrMake(this.#counted, taxonomy.id), status);
    const key = codes.length === 1 ? codes[0]! : codes.join(';');
    const before = known.get(key);
    if (before !== undefined) return before;
    const counted = this.#itemsOf(status, codes, taxonomy);
    if (known.size < REMEMBERED) known.set(key, counted);
    return counted;
  }

  #itemsOf(status: Status, codes: readonly string[], taxonomy: Taxonomy): Counted {
    const { id } = taxonomy;
    const { problems, leaves } = codesOf(codes, taxonomy);
    const main = [
      this.#item(statusItem(id, status), 'everywhere'),
      ...problems.map((code) => this.#item(codeItem(id, code), 'everywhere')),
      ...leaves.map((code) => this.#item(codeItem(id, code), 'outermost')),
    ];
    const stated = new Set([...problems, ...leaves]);
    const themes = this.#plan.codebook.themes
      .filter((theme) => theme.members.get(id)?.some((code) => stated.has(code)))
      .map((theme) => this.#item(themeItem(theme.id), 'everywhere'));
    const pairs = problems.flatMap((a, i) =>
      problems.slice(i + 1).map((b) => this.#item(pairItem(id, a, b), 'everybody')),
    );
    return { main, all: [...main, ...themes, ...pairs], problems };
  }
}

function codesIn({ codes }: Coding): readonly string[] {
  return codes.map((one) => one.code);
}

/** Statuses of which answers are sampled: those no code fits, and those to compare them with. */
export const SAMPLED: readonly Status[] = ['uncoded', 'coded'];

/**
 * Offers an answer to the samples that it belongs to; without the personal data in it, as samples are
 * kept, but where a person is to decide on the words as they are.
 */
export function sampleOpen(
  question: OpenQuestion,
  respondent: Respondent,
  {
    file,
    answer,
    coding,
    hits,
  }: { file: string; answer: Answer; coding: Coding; hits: readonly PersonalHit[] },
  plan: CountPlan,
  tally: Tally,
): void {
  if (answer.kind !== 'text' || !SAMPLED.includes(coding.status)) return;
  const taxonomy = plan.codebook.taxonomies.get(taxonomyOf(question, respondent, plan)!)!;
  const hash = hashOfParts([plan.round, file, String(respondent.row), answer.text]);
  const item = itemOfStatus(taxonomy.id, coding.status);
  const { personalData } = plan.survey.privacy;
  const text = redactFound(answer.text, hits, personalData, plan.survey.languages[0]!);
  if (text !== null) addToSample(tally, question.id, item, hash, text, respondent.groups);
  if (plan.survey.privacy.quotes === 'redacted') {
    const person = personOf(respondent, plan.survey, plan.round, file);
    const { groups } = respondent;
    const coded = { text: answer.text, coding, hash };
    enterQuotable(tally.quotable, question.id, taxonomy, coded, { person, groups });
  }
}

const statusItems = new Map<string, Map<Status, string>>();

/** `statusItem`, each put together once: there is one for every answer. */
function itemOfStatus(taxonomy: string, status: Status): string {
  return entry(getOrMake(statusItems, taxonomy), status, () => statusItem(taxonomy, status));
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
