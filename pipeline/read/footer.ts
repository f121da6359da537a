/**
 * Lines that people put below their data: who filled the table in, who checked it, a note.
 *
 * A respondent must never be taken for one. So a line is a footer only where nothing but footers,
 * sums and blank lines follows, most of its cells are blank, and every other one is such a label.
 */
import { isBlank, isFilled, type RawBatch } from './record.ts';

const LABELS = [
  '填表|填表人|填表日期|填表时间|填表單位|填表单位|填表時間|填報人|填报人|填報單位|填报单位|填报日期|填報日期',
  '制表|制表人|制表单位|制表日期|制表时间|製表|製表人|製表單位|製表日期|製表時間|统计人|統計人|经办人|經辦人|录入|录入人|錄入人',
  '审核|审核人|审批|审批人|复核|复核人|審核|審核人|審批人|覆核|覆核人|複核|複核人',
  '负责人|单位负责人|負責人|單位負責人|联系人|联系电话|聯絡人|聯絡電話|数据来源|資料來源',
  '注|註|备注|備註|说明|說明|附注|附註',
  '(?:prepared|compiled|filled in|checked|reviewed|approved) by|notes?|remarks?|source',
].join('|');

/** `填表人：张三`, `注1：…`, `（注：…）`. */
const LABELLED = new RegExp(`^[（(※*]?\\s*(?:${LABELS})\\s*\\d?\\s*[:：]`, 'i');
/** A label whose name stands in the next cell; a lone 注 or 审核 may be an answer. */
const ALONE = /^(?:[填制製]表人|填[报報]人|填[报報][单單]位|[审審覆複]核人|复核人|prepared by)$/i;
const DATE = /^\d{4}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?$/;

/** A table has no more such lines than these. */
const MOST = 10;

/**
 * Whether a row can be no respondent, but such a line.
 *
 * @param width columns of the table
 * @param open positions of open questions, whose answers may begin in any way
 */
export function looksLikeFooter(
  cells: readonly string[],
  width: number,
  open: ReadonlySet<number>,
): boolean {
  const filled = [...cells.keys()].filter((at) => isFilled(cells[at]!));
  const [first] = filled;
  if (first === undefined || 2 * filled.length > width || filled.at(-1)! >= width) return false;
  const text = (at: number) => (cells[at] ?? '').trim();
  const labels = (at: number) => LABELLED.test(text(at)) || ALONE.test(text(at));
  const belongs = (at: number) => labels(at) || ALONE.test(text(at - 1)) || DATE.test(text(at));
  return !open.has(first) && labels(first) && filled.every(belongs);
}

/** The footer of one file, known when its last records come by. */
export interface Footer {
  /** The same records; those of the last two batches come when the end has been seen. */
  watch(batches: AsyncIterable<RawBatch>): AsyncGenerator<RawBatch>;
  /** Rows of the footer. */
  readonly rows: ReadonlySet<number>;
}

/**
 * @param isFooter as `looksLikeFooter` judges
 * @param isSum whether a row holds sums, which may stand between the data and a footer
 */
export function footerOf(
  isFooter: (cells: readonly string[]) => boolean,
  isSum: (cells: readonly string[]) => boolean,
): Footer {
  const rows = new Set<number>();
  return {
    rows,
    async *watch(batches) {
      const last: RawBatch[] = [];
      for await (const batch of batches) {
        last.push(batch);
        if (last.length > 2) yield last.shift()!;
      }
      for (const { row, cells } of last.flat().reverse()) {
        if (isBlank(cells) || isSum(cells)) continue;
        if (rows.size >= MOST || !isFooter(cells)) break;
        rows.add(row);
      }
      yield* last;
    },
  };
}
