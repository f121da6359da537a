/** Design cells: respondents who were drawn alike and are weighted alike, so that sums over them do. */
import { type DesignPlace, NO_DESIGN, parseDesign } from '../read/design.ts';
import type { Respondent } from '../read/respondent.ts';
import type { Survey } from '../survey/survey.ts';

/** Tells the design cell of a respondent; '' in a survey without design and computed weights. */
export type DesignCellOf = (respondent: Pick<Respondent, 'design' | 'groups'>) => string;

export function designCells(survey: Survey): DesignCellOf {
  const by = weightingGroups(survey);
  if (by.length === 0) return ({ design }) => design;
  return ({ design, groups }) => JSON.stringify([design, ...by.map((at) => groups[at]!)]);
}

/** Places among the survey's groups of those that weights are computed by. */
export function weightingGroups({ weighting, groups }: Survey): readonly number[] {
  if (weighting.method === 'none') return [];
  return weighting.by.map((id) => groups.findIndex((one) => one.id === id));
}

export interface DesignCell extends DesignPlace {
  /** Values of the groups that weights are computed by. */
  readonly by: readonly string[];
}

/** What a design cell stands for. @param cell as `designCells` of the same survey made it */
export function parseDesignCell(cell: string, survey: Survey): DesignCell {
  if (weightingGroups(survey).length === 0) return { ...parseDesign(cell), by: [] };
  const [design, ...by] = JSON.parse(cell) as string[];
  return { ...parseDesign(design ?? NO_DESIGN), by };
}
