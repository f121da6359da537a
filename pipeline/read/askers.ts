/** Which keys of survey.yaml name a column. */
import type { ColumnNames, Survey } from '../survey/survey.ts';
import { keyName } from '../survey/yaml.ts';
import { columnsOf } from './asked.ts';

type Named = readonly [names: ColumnNames | null, ...path: (string | number)[]];

/** @example askersOf(survey, ['单位']) // 'groups[1].column, questions[3].column' */
export function askersOf(
  { columns, exclude, groups, questions }: Survey,
  wanted: ColumnNames,
): string {
  const named: readonly Named[] = [
    ...Object.entries(columns).map(([key, names]): Named => [names, 'columns', key]),
    ...exclude.map(({ column }): Named => [[column], 'exclude', column]),
    ...groups.map(({ column }, i): Named => [column, 'groups', i, 'column']),
    ...questions.flatMap((one, i): readonly Named[] =>
      one.type === 'multiple' && one.layout.kind === 'columns'
        ? one.layout.columns.map((names, j): Named => [names, 'questions', i, 'columns', j])
        : columnsOf(one).map((names): Named => [names, 'questions', i, 'column']),
    ),
  ];
  const same = JSON.stringify(wanted);
  return named
    .filter(([names]) => JSON.stringify(names) === same)
    .map(([, ...path]) => keyName(path))
    .join(', ');
}
