/** Ids of questions, and questions that have a column an option. */
import { type DraftQuestion, draftNote } from '../../survey/draft.ts';
import { wording } from '../exports/column-role.ts';
import { numberOf, unselectedIn } from './blocks.ts';
import type { JudgedColumn } from './judge.ts';
import { untoldQuestion } from './marks.ts';

/**
 * `q6` after the number in the header; what has none is numbered on from the highest. Several of one
 * number are `q6_1`, `q6_2`; the options of a question count as one.
 */
export function questionIds<T extends Pick<JudgedColumn, 'header' | 'role'>>(
  columns: readonly T[],
): ReadonlyMap<T, string> {
  const numbers = columns.map(({ header }) => numberOf(header)).flatMap((one) => one ?? []);
  let last = Math.max(0, ...numbers.map(Number));
  const blocks = new Map<string, string>();
  const parts = columns.map((one) => {
    const { role, header } = one;
    const block = role.kind === 'option' || role.kind === 'item' ? role.question : null;
    const known = block === null ? undefined : blocks.get(block);
    const given = known ?? numberOf(header);
    if (given === null) last += 1;
    const number = given ?? String(last);
    if (block !== null) blocks.set(block, number);
    return {
      one,
      number: String(Number(number)),
      key: role.kind === 'option' ? `\u0000${block}` : null,
    };
  });
  const sharing = new Map<string, Set<string | T>>();
  for (const { one, number, key } of parts) {
    sharing.set(number, (sharing.get(number) ?? new Set()).add(key ?? one));
  }
  return new Map(
    parts.map(({ one, number, key }) => {
      const all = [...sharing.get(number)!];
      const place = all.indexOf(key ?? one) + 1;
      return [one, all.length > 1 ? `q${number}_${place}` : `q${number}`];
    }),
  );
}

/** A question with a column an option; columns that a file lacks are left out and named in a note. */
export function optionQuestion(
  id: string,
  question: string,
  options: readonly JudgedColumn[],
): DraftQuestion {
  const everywhere = options.filter(({ absent }) => absent.length === 0);
  const some = options.filter((one) => !everywhere.includes(one));
  const used = everywhere.length > 0 ? everywhere : some;
  const left = everywhere.length > 0 ? some : [];
  const namesOf = (of: readonly JudgedColumn[]) =>
    of.map(({ role, header }) => (role.kind === 'option' ? role.option : header));
  const names = namesOf(left);
  const own = namesOf(used);
  const notes = [
    ...(names.length === 0
      ? []
      : [draftNote('note-option-columns', { options: names.join(' | ') })]),
    ...(question === untoldQuestion(namesOf(options)) ? [draftNote('note-marks')] : []),
  ];
  return {
    id,
    label: wording(question).replaceAll(/\s+/g, ' '),
    answer: {
      type: 'multiple',
      columns: used.map((one) => one.names),
      options: new Set(own).size === own.length ? own : [],
      unselected: unselectedIn(used.map(({ profile }) => profile)),
    },
    notes,
    absent: [...new Set(used.flatMap(({ absent }) => absent))],
  };
}
