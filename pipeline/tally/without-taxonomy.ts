/** Group values that a question coded by group has no taxonomy for, and those that nobody belongs to. */
import { nearest } from '../errors.ts';
import type { OpenQuestion, Survey } from '../survey/survey.ts';
import { RESPONDENTS } from './count-plan.ts';
import { USED } from './items.ts';
import { sumsOf, valuesOf } from './look-up.ts';
import type { Tally } from './tally.ts';

/** Respondents of a round whose answers to a question are not coded, as if they had not been asked. */
export interface WithoutTaxonomy {
  readonly round: string;
  readonly question: string;
  readonly group: string;
  /** As they stand in the file, with how many are of each. */
  readonly values: readonly { readonly value: string; readonly respondents: number }[];
}

/** A value that the survey gives a taxonomy, and nobody in any round has. */
export interface UnusedTaxonomy {
  readonly question: string;
  readonly group: string;
  readonly value: string;
  /** The value without a taxonomy that it may be meant for, else ''. */
  readonly near: string;
}

export function withoutTaxonomy(
  tallies: ReadonlyMap<string, Tally>,
  survey: Survey,
): readonly WithoutTaxonomy[] {
  return byGroup(survey).flatMap(({ question, group, taxonomies }) =>
    [...tallies].flatMap(([round, tally]): WithoutTaxonomy[] => {
      if (!question.asked.includes(round)) return [];
      const values = valuesIn(tally, group).filter(({ value }) => !taxonomies.has(value));
      return values.length === 0 ? [] : [{ round, question: question.id, group, values }];
    }),
  );
}

export function unusedTaxonomies(
  tallies: ReadonlyMap<string, Tally>,
  survey: Survey,
): readonly UnusedTaxonomy[] {
  return byGroup(survey).flatMap(({ question, group, taxonomies }) => {
    const found = [...tallies.values()].flatMap((tally) => valuesIn(tally, group));
    const values = new Set(found.map(({ value }) => value));
    if (values.size === 0) return [];
    const left = [...values].filter((value) => !taxonomies.has(value));
    return [...taxonomies.keys()].flatMap((value) =>
      values.has(value)
        ? []
        : [{ question: question.id, group, value, near: nearest(value, left) ?? '' }],
    );
  });
}

/** Open questions that are coded by a group. */
function byGroup({ questions, groups }: Survey) {
  return questions.flatMap((question) => {
    if (question.type !== 'open') return [];
    const { taxonomy }: OpenQuestion = question;
    const group = groups.find(({ id }) => id === taxonomy.by)?.id;
    return taxonomy.by === null || group === undefined
      ? []
      : [{ question, group, taxonomies: taxonomy.taxonomies }];
  });
}

function valuesIn(tally: Tally, group: string) {
  return valuesOf(tally, RESPONDENTS, group).map((value) => {
    return { value, respondents: sumsOf(tally, RESPONDENTS, group, value, USED).n };
  });
}
