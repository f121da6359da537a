/** Small taxonomies with a few terms of each kind, for tests of the coder. */

import { sameInAll } from '../../pipeline/survey/text.ts';
import type { CodeEntry, Problem, Taxonomy } from '../../pipeline/taxonomy/taxonomy.ts';

export function entry(id: string, terms: readonly string[]): CodeEntry {
  const nothing = { includes: [], excludes: [] };
  return { id, labels: sameInAll(id), definition: sameInAll(''), ...nothing, terms };
}

export function problemEntry(
  id: string,
  terms: readonly string[],
  subproblems: Readonly<Record<string, readonly string[]>> = {},
): Problem {
  const children = Object.entries(subproblems).map(([child, own]) => entry(child, own));
  return { ...entry(id, terms), subproblems: children };
}

export function taxonomyOf(problems: readonly Problem[]): Taxonomy {
  return { id: 'tiny', labels: sameInAll('tiny'), problems, examples: [], sha256: '' };
}

export const tiny: Taxonomy = taxonomyOf([
  problemEntry('A1', ['不重视', '重视不够', '重视 + 不够|不足'], {
    'A1.2': ['形式主义', '走过场'],
  }),
  problemEntry('A4', [], {
    'A4.2': ['兼职', '身兼数职'],
    'A4.3': ['没人愿意干', '没人组织', '不愿 + 书记', '意识淡薄'],
  }),
  problemEntry(
    'A6',
    [
      '经费不足',
      '缺钱',
      '没钱',
      '经费 + 不足|短缺|紧张',
      '没|没有|缺|缺少|缺乏 + 经费|活动费',
      'funding',
    ],
    { 'A6.1': ['没有专项经费', '无专项经费'] },
  ),
  problemEntry('A7', ['缺乏创新'], { 'A7.2': ['缺人', '人手不够', '人手 + 不足', '忙不过来'] }),
]);

/** More terms, for sentences as respondents write them. */
export const larger: Taxonomy = taxonomyOf([
  problemEntry('A1', ['不重视', '重视不够', '重视 + 不够|不足|不高'], {
    'A1.2': ['形式主义', '走过场', '流于形式'],
    'A1.3': ['被动应付', '软任务'],
  }),
  problemEntry('A2', ['没有抓手', '缺乏抓手'], { 'A2.1': ['权责脱节'] }),
  problemEntry('A3', ['三会一课 + 不规范|落实不到位|走样'], {
    'A3.3': ['不换届', '未换届', '没换届', '换届 + 不及时|超期'],
    'A3.1': ['党员老龄化', '年龄偏大'],
  }),
  problemEntry('A4', [], {
    'A4.1': ['培训 + 少|不够|不足|缺乏', '缺少培训'],
    'A4.2': ['兼职', '身兼数职'],
    'A4.3': ['没人愿意干', '没人组织', '不愿 + 书记', '意识淡薄', '积极性不高'],
  }),
  problemEntry('A5', ['形式单一', '内容枯燥', '方式单一'], {
    'A5.1': ['读文件', '念文件', '读报纸'],
  }),
  problemEntry(
    'A6',
    [
      '经费不足',
      '缺钱',
      '没钱',
      '没有经费',
      '经费 + 不足|短缺|紧张|没有',
      '没|没有|缺|缺少|缺乏 + 经费|活动费',
      '增加 + 经费',
    ],
    { 'A6.1': ['没有专项经费', '无专项经费'] },
  ),
  problemEntry('A7', ['缺乏创新', '创新不够'], {
    'A7.2': ['缺人', '人手不够', '人手 + 不足', '忙不过来'],
  }),
]);
