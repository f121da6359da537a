/** Personal data found in answers, in one line a round and question. */
import { groupBy } from '../group-by.ts';
import { personalLabel } from '../redact/labels.ts';
import type { PersonalPolicy } from '../redact/redact.ts';
import type { PersonalCount } from '../tally/personal.ts';
import { fill, type MessageLang } from './message.ts';

const WORDS = {
  line: {
    'zh-Hans': '个人信息 {round} {question}：{counts}（{treatment}）',
    en: 'personal data {round} {question}: {counts} ({treatment})',
  },
  count: { 'zh-Hans': '{label} {n} 人', en: '{label} {n}' },
  mask: { 'zh-Hans': '引用原话时遮去', en: 'masked where answers are quoted' },
  drop: { 'zh-Hans': '不引用这些答案', en: 'these answers are not quoted' },
} as const;

/** Nothing is said of questions in whose answers nothing was found. */
export function personalLines(
  counts: readonly PersonalCount[],
  policy: PersonalPolicy,
  lang: MessageLang,
): readonly string[] {
  const found = counts.filter(({ n }) => n > 0);
  const key = ({ round, question }: PersonalCount) => JSON.stringify([round, question]);
  return [...groupBy(found, key).values()].map((own) => {
    const { round, question } = own[0]!;
    const told = own.map(({ type, n }) =>
      fill(WORDS.count[lang], { label: personalLabel(type, lang), n }),
    );
    return fill(WORDS.line[lang], {
      round,
      question,
      counts: told.join(lang === 'en' ? ', ' : '，'),
      treatment: WORDS[policy][lang],
    });
  });
}
