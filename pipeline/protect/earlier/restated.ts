/** restated.csv: which figures the release before gave otherwise. */
import { written } from '../../aggregate/round.ts';
import type { RestatedRow, ShareFigures, Tables, Where } from '../../aggregate/tables.ts';
import type { Release } from './release.ts';

type Figures = Where & Pick<ShareFigures, 'base' | 'share'>;

/**
 * A line a figure that both releases show and that differs.
 *
 * @param tables protected and rounded, as they are published
 */
export function restatedRows(
  { problems, closed }: Pick<Tables, 'problems' | 'closed'>,
  release: Release | null,
): readonly RestatedRow[] {
  if (release === null) return [];
  const { tables } = release;
  return [
    ...differing(problems, tables.problems, ({ taxonomy, code }) => ({
      of: 'problems',
      taxonomy,
      code,
    })),
    ...differing(closed, tables.closed, ({ option }) => ({
      of: 'closed',
      taxonomy: '',
      code: option,
    })),
  ];
}

function differing<Key extends object>(
  now: readonly (Figures & Key)[],
  before: readonly (Figures & Key)[],
  of: (row: Figures & Key) => Pick<RestatedRow, 'of' | 'taxonomy' | 'code'>,
): readonly RestatedRow[] {
  const keyOf = (row: Figures & Key) =>
    JSON.stringify([row.round, row.question, row.group, row.value, of(row)]);
  const old = new Map(before.map((row) => [keyOf(row), row]));
  return now.flatMap((row) => {
    const was = old.get(keyOf(row));
    if (was === undefined || was.share === null || was.base === null) return [];
    if (row.share === null || row.base === null) return [];
    if (written('share', row.share) === was.share && row.base === was.base) return [];
    const { round, question, group, value } = row;
    const figures = { base_before: was.base, base: row.base };
    return [
      {
        ...{ round, question, group, value, ...of(row), ...figures },
        ...{ share_before: was.share, share: row.share },
      },
    ];
  });
}
