/** Messages about the sampling design, the population's head-counts and computed weights. */
import type { Message } from './message.ts';

export const populationMessages = {
  'fpc-wrong': {
    'zh-Hans': {
      found: '层“{stratum}”：fpc 为 {found}（括号内为答卷份数），抽取了 {units} 个',
      expected: '同一层只有一个总体单位数，且不小于抽取数；或不大于 1 的抽取比例',
      fix: '改正这一层各行的 fpc',
    },
    en: {
      found: 'stratum "{stratum}": fpc {found} (respondents in brackets), {units} drawn',
      expected:
        'one population size a stratum, not below the number drawn; or a share drawn of at most 1',
      fix: 'correct fpc in the rows of this stratum',
    },
  },
  'population-no-count': {
    'zh-Hans': {
      found: '没有 count 列；表头为 {found}',
      expected: '一列 count，写人数',
      fix: '把人数一列的表头改为 count',
    },
    en: {
      found: 'no column count; the header is {found}',
      expected: 'a column count with the number of people',
      fix: 'call the column with head-counts count',
    },
  },
  'population-no-group': {
    'zh-Hans': {
      found: '没有哪一列是分组；表头为 {found}',
      expected: '至少一列以分组的 id 为表头：{ids}',
      fix: '把表头改为 survey.yaml 中 groups 的 id',
    },
    en: {
      found: 'no column is a group; the header is {found}',
      expected: 'at least one column called like the id of a group: {ids}',
      fix: 'use ids of groups in survey.yaml as headers',
    },
  },
  'population-no-outer': {
    'zh-Hans': {
      found: '有“{id}”列，没有它所属的“{within}”列',
      expected: '下级分组和它的上级分组都有一列',
      fix: '加上“{within}”一列',
    },
    en: {
      found: 'a column {id}, but none {within}, in which it lies',
      expected: 'a column for a nested group and for the one it lies in',
      fix: 'add a column {within}',
    },
  },
  'population-count': {
    'zh-Hans': { found: '人数“{found}”', expected: '不小于 0 的数，如 500', fix: '改正人数' },
    en: {
      found: 'head-count "{found}"',
      expected: 'a number from 0, such as 500',
      fix: 'correct it',
    },
  },
  'population-total': {
    'zh-Hans': {
      found: '这一行是“{total}”，即各行之和',
      expected: '每行一组，没有合计行',
      fix: '删去这一行；若真有这样一组，用 aliases 给它另一个名称',
    },
    en: {
      found: 'this row is a sum ("{total}")',
      expected: 'one row a group, and none for sums',
      fix: 'delete the row; if there is such a group, give it another name with aliases',
    },
  },
  'population-round': {
    'zh-Hans': {
      found: '轮次“{round}”',
      expected: 'survey.yaml 中的轮次：{known}；各轮通用则留空',
      fix: '改正轮次',
    },
    en: {
      found: 'round "{round}"',
      expected: 'a round of survey.yaml: {known}; empty for all rounds',
      fix: 'correct the round',
    },
  },
  'population-blank': {
    'zh-Hans': { found: '分组没有填写', expected: '每一行都写明分组', fix: '补上这一格' },
    en: {
      found: 'a group left empty',
      expected: 'a value for each group',
      fix: 'fill in the cell',
    },
  },
  'population-twice': {
    'zh-Hans': { found: '与第 {first} 行是同一组', expected: '每组一行', fix: '合并或删去一行' },
    en: {
      found: 'the same group as in row {first}',
      expected: 'one row a group',
      fix: 'merge the two',
    },
  },
  'weighting-no-population': {
    'zh-Hans': {
      found: '要按总体加权，却没有 population',
      expected: '总体人数文件',
      fix: '写 population: 文件名，或 weighting: {method: none}',
    },
    en: {
      found: 'weights are to be computed, but there is no population',
      expected: 'a file with head-counts',
      fix: 'write population: FILE, or weighting: {method: none}',
    },
  },
  'weighting-by': {
    'zh-Hans': {
      found: '加权依据“{by}”',
      expected: '分组的 id：{ids}',
      fix: '在 weighting.by 中写分组的 id（总体人数文件中要有同名的列）',
    },
    en: {
      found: 'weighting by "{by}"',
      expected: 'ids of groups: {ids}',
      fix: 'name groups in weighting.by; the file of head-counts needs columns of the same name',
    },
  },
  'weighting-unknown-cell': {
    'zh-Hans': {
      found: '“{cell}”有 {n} 份答卷（{rounds}），总体人数文件中没有这一组，或人数为 0',
      expected: '每一组答卷都有总体人数',
      fix: '在总体人数文件中补上这一组，或用 aliases 统一名称',
    },
    en: {
      found: 'for "{cell}" the file gives no head-count, or 0; respondents there: {n} ({rounds})',
      expected: 'a head-count for every group with respondents',
      fix: 'add the group to the file of head-counts, or give both one name with aliases',
    },
  },
  'weighting-cell-near': {
    'zh-Hans': {
      found:
        '“{cell}”有 {n} 份答卷（{rounds}），总体人数文件中没有这一组，或人数为 0；名称最接近的是第 {row} 行“{near}”',
      expected: '每一组答卷都有总体人数',
      fix: '改正第 {row} 行的名称，或用 aliases 统一名称；若是另一组，补上这一组的人数',
    },
    en: {
      found:
        'for "{cell}" the file gives no head-count, or 0; respondents there: {n} ({rounds}); nearest name: "{near}" in row {row}',
      expected: 'a head-count for every group with respondents',
      fix: 'correct the name in row {row}, or give both one name with aliases; if it is another group, add it',
    },
  },
  'weighting-no-round': {
    'zh-Hans': {
      found: '轮次 {round} 没有总体人数，无法加权',
      expected: '每一轮都有总体人数',
      fix: '补上这一轮的人数；各轮相同则 round 留空',
    },
    en: {
      found: 'no head-counts for round {round}, so no weights',
      expected: 'head-counts for every round',
      fix: 'add those of the round; leave round empty where they hold for all',
    },
  },
  'weighting-not-converged': {
    'zh-Hans': {
      found: '轮次 {round} 的边际加权没有收敛（还差 {deviation}）',
      expected: '各边际人数能同时满足',
      fix: '合并人数很少的组，或减少 weighting.by',
    },
    en: {
      found: 'raking of round {round} did not converge (still off by {deviation})',
      expected: 'margins that can be met together',
      fix: 'merge groups with few respondents, or name fewer groups in weighting.by',
    },
  },
  'panel-no-id': {
    'zh-Hans': {
      found: 'panel: true，却没有答卷编号列',
      expected: '各轮相同的人用相同的编号',
      fix: '在 columns 中写 respondent: 列名，或 panel: false',
    },
    en: {
      found: 'panel: true, but no column with ids of respondents',
      expected: 'the same id for the same person in every round',
      fix: 'write columns: {respondent: HEADER}, or panel: false',
    },
  },
} as const satisfies Record<string, Message>;
