/** What the page offers to do, in Traditional Chinese. */
import type { toolsZhHans } from './tools-zh-hans.ts';

export const toolsZhHant: Readonly<Record<keyof typeof toolsZhHans, string>> = {
  choose: '選擇輪次和群體',
  chooseRound: '輪次',
  chooseGroup: '群體',
  allPeople: '全部受訪者',
  print: '列印',
  chosen: '問題排序、歷輪變化、具體問題、封閉題與量表等節已換成：{view}。',
  view: '{round} · {place}',
  still: '本節不隨所選輪次和群體變化：仍為最近一輪全部受訪者的結果。',
  noFigures: '所選輪次和群體沒有可以公布的數字。',
  saveCsv: '下載 CSV',
  saveSvg: '下載 SVG',
  savePng: '下載 PNG',
  told: '{title}。{figures}。',
  toldMore: '{title}。{figures}；共 {count} 項，其餘見資料表。',
};
