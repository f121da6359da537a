/** Messages about rows and cells that are set aside, one a reason. */
import type { Message } from './message.ts';

export const setAsideMessages = {
  'set-aside': {
    'zh-Hans': {
      found: '{reason}：{found}',
      expected: '可以使用的行和单元格',
      fix: '改正此处；不加 --strict 时放在一边并计数',
    },
    en: {
      found: '{reason}: {found}',
      expected: 'rows and cells that can be used',
      fix: 'correct it; without --strict it is set aside and counted',
    },
  },
  'aside-too-few-cells': {
    'zh-Hans': {
      found: '这一行的单元格比表头少：{found}',
      expected: '每行与表头一样多的单元格',
      fix: '在原处补上缺少的分隔符后重新导出',
    },
    en: {
      found: 'this row has fewer cells than the header: {found}',
      expected: 'as many cells in each row as in the header',
      fix: 'add the missing delimiters at the source and export again',
    },
  },
  'aside-too-many-cells': {
    'zh-Hans': {
      found: '这一行的单元格比表头多：{found}',
      expected: '每行与表头一样多的单元格',
      fix: '含有分隔符的单元格要加引号（"…"），改正后重新导出',
    },
    en: {
      found: 'this row has more cells than the header: {found}',
      expected: 'as many cells in each row as in the header',
      fix: 'put cells that hold the delimiter in quotes ("…") and export again',
    },
  },
  'aside-repeated-header': {
    'zh-Hans': {
      found: '表头在这里重复出现，可能是几个文件接在了一起',
      expected: '表头只在开头出现一次',
      fix: '删去这一行，并确认各段的列相同',
    },
    en: {
      found: 'the header is repeated here; several files may have been joined',
      expected: 'a header at the beginning only',
      fix: 'delete this row, and make sure that all parts have the same columns',
    },
  },
  'aside-totals-row': {
    'zh-Hans': {
      found: '这是合计行，不是答卷：{found}',
      expected: '每行一份答卷',
      fix: '删去这一行',
    },
    en: {
      found: 'this is a row of sums, not a respondent: {found}',
      expected: 'one row a respondent',
      fix: 'delete this row',
    },
  },
  'aside-footer-row': {
    'zh-Hans': {
      found: '这是表尾的说明，不是答卷：{found}',
      expected: '每行一份答卷',
      fix: '删去这一行；如果它确是答卷，补上其余各格',
    },
    en: {
      found: 'this is a line below the table, not a respondent: {found}',
      expected: 'one row a respondent',
      fix: 'delete this row; if it is a respondent after all, fill in the other cells',
    },
  },
  'aside-bad-weight': {
    'zh-Hans': {
      found: '权重无法使用：{found}',
      expected: '0，或 0.000001 到 1000000 之间的数，如 0.85；不写千分位逗号',
      fix: '改正权重；不参加加权的答卷写 0',
    },
    en: {
      found: 'this weight cannot be used: {found}',
      expected: '0, or a number from 0.000001 to 1000000, e.g. 0.85, without thousands separators',
      fix: 'correct the weight; write 0 for respondents that are to have none',
    },
  },
  'aside-bad-design': {
    'zh-Hans': {
      found: '看不出这份答卷是怎样抽取的：{found}',
      expected: '层、群都要填写；总体单位数（fpc）是大于 0 的数',
      fix: '补上这一格；全部抽取（普查）的层，fpc 写 1',
    },
    en: {
      found: 'this row does not say how the respondent was drawn: {found}',
      expected: 'a stratum and a cluster; of fpc, a number above 0',
      fix: 'fill in the cell; for a stratum taken whole write 1 as fpc',
    },
  },
  'aside-not-a-number': {
    'zh-Hans': {
      found: '不是数：{found}',
      expected: '一个数，不带单位；量表题也可以是 labels 中的文字',
      fix: '改正此格，或在 survey.yaml 的 missing（量表题也可在 labels）中说明这种写法',
    },
    en: {
      found: 'not a number: {found}',
      expected: 'a number without a unit; of a scale also a text listed in labels',
      fix: 'correct the cell, or explain it in survey.yaml by missing (of a scale also by labels)',
    },
  },
  'aside-not-a-point': {
    'zh-Hans': {
      found: '不是量表的分值：{found}',
      expected: 'survey.yaml 中 range 之内的整数，或 labels 中的文字',
      fix: '改正此格；如果这一列是平均分之类的数，把题型改为 number',
    },
    en: {
      found: 'no point of the scale: {found}',
      expected: 'a whole number within the range in survey.yaml, or a text listed in labels',
      fix: 'correct the cell; if the column holds numbers such as means, make its type number',
    },
  },
  'aside-out-of-range': {
    'zh-Hans': {
      found: '超出范围：{found}',
      expected: 'survey.yaml 中 range 之内的值',
      fix: '改正此格或 range，或把它列入 missing',
    },
    en: {
      found: 'out of range: {found}',
      expected: 'a value within the range in survey.yaml',
      fix: 'correct the cell or the range, or list the value under missing',
    },
  },
  'aside-unknown-option': {
    'zh-Hans': {
      found: '不是声明的选项：{found}',
      expected: 'survey.yaml 的 options 中的一个',
      fix: '改正此格，或把它加进 options 或 aliases',
    },
    en: {
      found: 'not a declared option: {found}',
      expected: 'one of the options in survey.yaml',
      fix: 'correct the cell, or add it to options or aliases',
    },
  },
} as const satisfies Record<string, Message>;
