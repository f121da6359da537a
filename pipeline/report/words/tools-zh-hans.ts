/** What the page offers to do, in Simplified Chinese. */
export const toolsZhHans = {
  choose: '选择轮次和群体',
  chooseRound: '轮次',
  chooseGroup: '群体',
  allPeople: '全部受访者',
  print: '打印',
  chosen: '问题排序、历轮变化、具体问题、封闭题与量表等节已换成：{view}。',
  view: '{round} · {place}',
  still: '本节不随所选轮次和群体变化：仍为最近一轮全部受访者的结果。',
  noFigures: '所选轮次和群体没有可以公布的数字。',
  saveCsv: '下载 CSV',
  saveSvg: '下载 SVG',
  savePng: '下载 PNG',
  told: '{title}。{figures}。',
  toldMore: '{title}。{figures}；共 {count} 项，其余见数据表。',
};
