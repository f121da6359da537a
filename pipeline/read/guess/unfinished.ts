/** Rows that are no finished answer sheets, as far as a column of the tool's tells: previews, tests. */
import { type DraftExclusion, draftNote } from '../../survey/draft.ts';
import { simplified } from '../cell.ts';
import { wording } from '../exports/column-role.ts';
import { saysState } from './hints.ts';
import type { JudgedColumn } from './judge.ts';

/** Headers whose cells say yes or no. */
const FINISHED = /^(?:是否)?已?(?:完成|提交|有效)(?:答卷|问卷)?$|^(?:is )?(?:finished|completed?)$/;
/** LimeSurvey leaves the date of submission blank where nobody submitted. */
const SUBMITTED = /(?:^|\. ?)(?:submitdate|date[ _]submitted|提交日期)$/;

const NOT_FINISHED =
  /^(?:未(?:完成|提交|答完|结束)|部分完成|(?:填写|答题|作答|进行)中|中途退出|草稿|暂存|预览(?:答卷|数据)?|测试(?:答卷|数据)?|无效(?:答卷|数据)?|已?(?:作废|剔除)|(?:审核)?(?:未|不)通过|survey (?:preview|test)|preview|(?:preview )?spam|test|incomplete|partial(?:ly completed?)?|in progress|not (?:finished|completed?|submitted|approved)|draft|disqualified|screened out|over quota|terminated|validation_status_not_approved)$/;
const NO = /^(?:false|no|n|0|否)$/;

/** Columns that tell of such rows, with the values that do and how many rows have each. */
export function unfinishedIn(columns: readonly JudgedColumn[]): readonly DraftExclusion[] {
  return columns.flatMap((one): DraftExclusion[] => {
    const [name] = one.names;
    // `exclude` names one header, which each file must have.
    if (name === undefined || one.names.length > 1 || one.absent.length > 0) return [];
    const values = valuesOf(one);
    const count = values.reduce((sum, [, times]) => sum + times, 0);
    // Where it is said of all rows, the column means something else.
    if (count === 0 || count === one.profile.rows) return [];
    const listed = values.map(([value, times]) => `"${value}" ${times}`).join(', ');
    const note = draftNote('note-exclude', { values: listed, rows: one.profile.rows });
    return [{ column: name, values: values.map(([value]) => value), notes: [note] }];
  });
}

function valuesOf({ header, role, profile }: JudgedColumn): readonly (readonly [string, number])[] {
  const name = simplified(wording(header));
  if (SUBMITTED.test(name)) return [['', profile.rows - profile.filled]];
  const cells = [...profile.values];
  if (role.kind !== 'metadata' && !saysState(name) && !FINISHED.test(name)) return [];
  // Labels are in the language of the account; of what a tool records only this is true or false.
  const isTruth =
    role.kind === 'metadata' && cells.every(([cell]) => /^(?:true|false)$/i.test(cell));
  const asksYesNo = FINISHED.test(name) || isTruth;
  return cells.filter(([cell]) => {
    const word = simplified(cell);
    return NOT_FINISHED.test(word) || (asksYesNo && NO.test(word));
  });
}
