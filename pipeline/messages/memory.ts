/** What is said before memory may run out: afterwards nothing can be said any more. */
import { fill, type MessageLang } from './message.ts';

const WORDS = {
  'zh-Hans':
    '注意  统计表共 {lines} 行，可能需要 {needed} GB 以上内存，而本程序最多可用 {limit} GB。如中途因内存不足而停止，请把环境变量 NODE_OPTIONS 设为 --max-old-space-size={option} 后重新运行，或减少最细一级的分组',
  en: 'note    the tables have {lines} lines and may need {needed} GB of memory or more; this program may take {limit} GB. Should it stop for lack of memory, set the environment variable NODE_OPTIONS to --max-old-space-size={option} and run again, or leave out the innermost groups',
} as const;

/** Bytes that a line of the tables of counts takes while it is protected: measured with 2.5 million. */
const BYTES_A_LINE = 1_300;
/** Of what there is, the part that is certain to do. */
const CERTAIN = 0.75;

/**
 * A line where the tables may need more than there is, none where they will not.
 *
 * @param lines of the tables
 * @param limit bytes that there are
 */
export function memoryLines(lines: number, limit: number, lang: MessageLang): readonly string[] {
  const needed = lines * BYTES_A_LINE;
  if (needed <= CERTAIN * limit) return [];
  const inGb = (bytes: number) => (bytes / 1e9).toFixed(1);
  // Node takes it in MiB.
  const option = 1024 * Math.ceil(needed / CERTAIN / 2 ** 30);
  return [fill(WORDS[lang], { lines, needed: inGb(needed), limit: inGb(limit), option })];
}
