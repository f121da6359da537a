/** How answers are put together: layouts, openers, closers and slips that state no problem. */

/**
 * How common each layout is, for answers with one statement and with several.
 * @type {Record<'one' | 'several', [string, number][]>}
 */
export const LAYOUTS = {
  one: [
    ['terse', 48],
    ['official', 9],
    ['colloquial', 26],
    ['suggesting', 17],
  ],
  several: [
    ['terse', 38],
    ['official', 20],
    ['numbered', 18],
    ['colloquial', 14],
    ['suggesting', 10],
  ],
};

/** Between statements, by layout. @type {Record<string, string[]>} */
export const SEPARATORS = {
  terse: [
    '，',
    '，',
    '，',
    '；',
    '；',
    '；',
    '。',
    '。',
    ' ',
    '、',
    '，加上',
    '，同时',
    '；同时',
    '，而且',
  ],
  official: ['；', '。'],
  colloquial: [
    '，',
    '，',
    '，',
    '，再说',
    '，还有',
    '。另外，',
    '，加上',
    '，而且',
    '，再一个就是',
    '。还有啊，',
  ],
  suggesting: ['；', '。', '；同时', '，另外'],
};

/** @type {{mark: (n: number) => string, between: string}[]} */
export const NUMBERINGS = [
  { mark: (n) => `${n}.`, between: '；' },
  { mark: (n) => `${n}、`, between: '\n' },
  { mark: (n) => `${n}.`, between: '\n' },
  { mark: (n) => `（${n}）`, between: '；' },
  { mark: (n) => `${n}、`, between: ' ' },
  { mark: (n) => '①②③④'.charAt(n - 1), between: '' },
];

/** Words before a statement; f formal, c colloquial, s suggestion, list before a numbered one. */
export const OPENERS = {
  f: [
    '目前，',
    '目前',
    '当前，',
    '主要是',
    '主要问题是',
    '存在的问题：',
    '问题：',
    '从{本单位|我们单位|本支部}{情况|实际}看，',
    '就我所在的{支部|单位|部门}来说，',
    '总的看，',
    '总体上看，',
    '近{两年|几年}',
    '实际工作中，',
    '个人认为',
    '我认为',
    '据我了解，',
    '我觉得',
    '感觉',
    '本支部{目前|现在}',
    '{一季度|这个季度|今年}以来，',
  ],
  c: [
    '说实话，',
    '讲真，',
    '老实说，',
    '依我看，',
    '不瞒你说，',
    '实话实说，',
    '说句不好听的，',
    '唉，',
    '其实',
    '怎么说呢，',
    '说白了，',
    '我看到的是，',
    '在这儿干了{五|八|十|二十}年，',
    '跟同事聊过，',
    '个人感觉',
    '别的不说，',
  ],
  s: ['个人{意见|想法|看法}：', '一点{想法|意见}：', '我的意见是，', '借这个机会提一句，'],
  list: ['存在以下问题：', '主要问题：', '有这么几条：', '几点：', '个人看法：\n'],
};

/** Words after a statement. */
export const CLOSERS = {
  f: [
    '，请研究解决',
    '，盼解决',
    '，望改进',
    '，仅供参考',
    '，这是普遍反映',
    '，问题由来已久',
    '，比较突出',
    '，亟待{改进|解决}',
    '，{同事们|大家}都有同感',
    '，需要想想办法',
    '！',
  ],
  c: [
    '，真的',
    '，唉',
    '，不知道{哪天|什么时候}能变',
    '，大家心里都清楚',
    '，说多了也没意思',
    '……',
    '！！',
    '，你说怎么办',
    '，就这样吧',
    '，不止我一个人这么说',
  ],
  s: ['，谢谢', '，请考虑', '，{哪怕先试点|先试试}也好', '，越快越好', '，大家都盼着'],
};

/** Right and wrong: what an input method makes of a hurried hand. */
export const TYPOS = [
  ['形式', '型式'],
  ['经费', '经废'],
  ['积极', '极积'],
  ['落实', '落时'],
  ['建议', '建意'],
  ['重视', '重示'],
  ['兼职', '兼值'],
  ['材料', '才料'],
  ['缺乏', '却乏'],
  ['换届', '换界'],
  ['培训', '陪训'],
  ['支部', '之部'],
  ['党员', '党圆'],
  ['没有', '没友'],
  ['活动', '话动'],
];
