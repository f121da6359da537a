/** What a question can be counted by, and how its counts hang together. */
import { STATUSES } from '../../code/coding.ts';
import { PERSONAL_TYPES } from '../../redact/personal.ts';
import type { ClosedQuestion, OpenQuestion, Survey } from '../../survey/survey.ts';
import type { Taxonomy, Theme } from '../../taxonomy/taxonomy.ts';
import type { CodeList } from '../codebook.ts';
import { NO_TAXONOMY } from '../count-open.ts';
import { RESPONDENTS } from '../count-plan.ts';
import {
  ANSWERED,
  codeItem,
  MISSING,
  optionItem,
  optionOf,
  pairItem,
  personalItem,
  SKIPPED,
  statusItem,
  themeItem,
  USED,
  X,
  XX,
} from '../items.ts';
import type { Scope } from '../profiles.ts';

/** How the count of an item hangs together with others. */
export interface ItemRule {
  /** Of which groups it is counted. */
  readonly scope: Scope;
  /** Whether it is one of those that everybody is counted in exactly once. */
  readonly isPart: boolean;
  /** It may not exceed the sum over each of these lists of items. */
  readonly within: readonly (readonly string[])[];
  /** Whether it holds sums of answers and not of weights. */
  readonly isMoment: boolean;
}

export interface QuestionRules {
  /** Null for an item that the question cannot have. */
  rule(item: string): ItemRule | null;
  /** Items that are at most the sum of others, beside what the rules say. */
  readonly covered: readonly (readonly [item: string, by: (item: string) => boolean])[];
  /** Among everybody, some items come to no more than some others: what pairs and themes tell. */
  readonly limits: readonly Limit[];
  readonly isOpen: boolean;
}

type Limit = readonly [left: readonly string[], right: readonly string[]];

const everywhere = { scope: 'everywhere', isPart: false, within: [], isMoment: false } as const;
const part: ItemRule = { ...everywhere, isPart: true };

/** Rules of everything that may be counted in a round, by the id of the question. */
export function itemRules(
  { questions }: Survey,
  round: string,
  codes: CodeList,
): ReadonlyMap<string, QuestionRules> {
  const asked = questions.filter((one) => one.asked.includes(round));
  return new Map([
    [RESPONDENTS, { rule: (item) => (item === USED ? part : null), ...NO_LIMITS }],
    ...asked.map(
      (one) =>
        [one.id, one.type === 'open' ? openRules(one, codes) : closedRules(one, round)] as const,
    ),
  ]);
}

const NO_LIMITS = { covered: [], limits: [], isOpen: false } as const;

function openRules(question: OpenQuestion, { taxonomies, themes }: CodeList): QuestionRules {
  const { taxonomy: choice } = question;
  const references = choice.by === null ? [choice.taxonomy] : [...choice.taxonomies.values()];
  const own = [...new Set(references)].flatMap((reference) => taxonomies.get(reference) ?? []);
  const coded = own.map(({ id }) => statusItem(id, 'coded'));
  const rules = new Map<string, ItemRule>([
    [statusItem(NO_TAXONOMY, 'skipped'), { ...part, scope: 'everybody' }],
    ...own.flatMap(codeRules),
    ...themes.map(({ id }) => [themeItem(id), { ...everywhere, within: [coded] }] as const),
    ...PERSONAL_TYPES.map(
      (type) => [personalItem(type), { ...everywhere, scope: 'everybody' }] as const,
    ),
  ]);
  const covered = own.map(({ id, problems }) => {
    const items = new Set(problems.map((one) => codeItem(id, one.id)));
    return [statusItem(id, 'coded'), (item: string) => items.has(item)] as const;
  });
  const limits = [...own.flatMap(overlaps), ...themes.flatMap((theme) => membersOf(theme, own))];
  return { rule: (item) => rules.get(item) ?? null, covered, limits, isOpen: true };
}

/** Who names two problems is one of the pair; who names several is one of as many pairs, at least. */
function overlaps({ id, problems }: Taxonomy): readonly Limit[] {
  const [coded, codes] = [statusItem(id, 'coded'), problems.map((one) => codeItem(id, one.id))];
  const pairs = problems.flatMap((one, i) =>
    problems.slice(i + 1).map((other) => ({
      ends: [codeItem(id, one.id), codeItem(id, other.id)],
      pair: pairItem(id, one.id, other.id),
    })),
  );
  return [
    ...pairs.map(({ ends, pair }): Limit => [ends, [pair, coded]]),
    [codes, [coded, ...pairs.map(({ pair }) => pair)]],
  ];
}

/** Who names a code of a theme is one of the theme, and nobody else is. */
function membersOf({ id, members }: Theme, taxonomies: readonly Taxonomy[]): readonly Limit[] {
  const codes = taxonomies.flatMap((taxonomy) =>
    (members.get(taxonomy.id) ?? []).map((code) => codeItem(taxonomy.id, code)),
  );
  return [...codes.map((code): Limit => [[code], [themeItem(id)]]), [[themeItem(id)], codes]];
}

function codeRules({ id, problems }: Taxonomy): readonly (readonly [string, ItemRule])[] {
  const coded = statusItem(id, 'coded');
  return [
    ...STATUSES.map((status) => [statusItem(id, status), part] as const),
    ...problems.flatMap((one, i) => [
      [codeItem(id, one.id), { ...everywhere, within: [[coded]] }] as const,
      ...one.subproblems.map((leaf): readonly [string, ItemRule] => [
        codeItem(id, leaf.id),
        { ...everywhere, scope: 'outermost', within: [[codeItem(id, one.id)]] },
      ]),
      ...problems.slice(i + 1).map((other): readonly [string, ItemRule] => [
        pairItem(id, one.id, other.id),
        {
          ...{ ...everywhere, scope: 'everybody' },
          within: [[codeItem(id, one.id)], [codeItem(id, other.id)]],
        },
      ]),
    ]),
  ];
}

function closedRules(question: ClosedQuestion, round: string): QuestionRules {
  const option = { ...everywhere, within: [[ANSWERED]] };
  const moment = { ...everywhere, isMoment: true };
  const rules = new Map<string, ItemRule>([
    [ANSWERED, part],
    [MISSING, part],
    [SKIPPED, part],
    ...(question.type === 'number' ? ([X, XX] as const) : []).map(
      (item) => [item, moment] as const,
    ),
  ]);
  const isOption = optionTest(question, round);
  const isExhaustive = question.type === 'single' || question.type === 'scale';
  return {
    rule: (item) => {
      const name = optionOf(item);
      return rules.get(item) ?? (name !== null && isOption(name) ? option : null);
    },
    ...NO_LIMITS,
    covered: isExhaustive ? [[ANSWERED, (item) => optionOf(item) !== null]] : [],
  };
}

/** Whether something can be an option of a question; any text where the data are to tell. */
function optionTest(question: ClosedQuestion, round: string): (option: string) => boolean {
  if (question.type === 'number') return () => false;
  if (question.type === 'scale') {
    const [low, high] = (question.rounds.get(round) ?? question).range;
    const points = Array.from({ length: high - low + 1 }, (_, i) => optionItem(String(low + i)));
    return (option) => points.includes(optionItem(option));
  }
  if (question.options.length === 0) return () => true;
  const layout = question.type === 'multiple' ? question.layout : null;
  const named = layout?.kind === 'columns' ? layout.options : [];
  const known = new Set([...question.options, ...named, ...question.aliases.values()]);
  return (option) => known.has(option);
}
