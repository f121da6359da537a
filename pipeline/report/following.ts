/** The sections that follow the reader's choice of a round and of a group. */
import type { ReportModel } from '../chart/model.ts';
import type { Group } from '../survey/survey.ts';
import type { Context } from './context.ts';
import type { Section } from './figure.ts';
import { changes } from './sections/changes.ts';
import { closed } from './sections/closed.ts';
import { findings } from './sections/findings.ts';
import { groups } from './sections/groups.ts';
import { pairs } from './sections/pairs.ts';
import { problems } from './sections/problems.ts';
import { subproblems } from './sections/subproblems.ts';
import { themes } from './sections/themes.ts';
import { uncoded } from './sections/uncoded.ts';

export interface FollowingSection {
  readonly id: string;
  readonly make: (context: Context) => Section | null;
  /** Whether it can be told of one value of a group, too. */
  readonly ofGroups: boolean;
}

export const FOLLOWING: readonly FollowingSection[] = [
  { id: 'findings', make: findings, ofGroups: false },
  { id: 'problems', make: problems, ofGroups: true },
  { id: 'changes', make: changes, ofGroups: true },
  { id: 'groups', make: groups, ofGroups: false },
  { id: 'subproblems', make: subproblems, ofGroups: true },
  { id: 'closed', make: closed, ofGroups: true },
  { id: 'themes', make: themes, ofGroups: true },
  { id: 'pairs', make: pairs, ofGroups: false },
  { id: 'uncoded', make: uncoded, ofGroups: false },
];

/** A group and those of its values that have a base to show. */
export interface Choice {
  readonly group: Group;
  readonly values: readonly string[];
}

/** What a reader can choose among: values of the outermost groups. */
export function choicesIn({ survey, tables }: ReportModel): readonly Choice[] {
  const rows = [...tables.problems, ...tables.closed];
  return survey.groups.flatMap((group) => {
    if (group.within !== null) return [];
    const shown = rows.filter((row) => row.group === group.id && row.status === 'shown');
    const values = [...new Set(shown.map(({ value }) => value))];
    return values.length === 0 ? [] : [{ group, values }];
  });
}
