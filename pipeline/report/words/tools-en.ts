/** What the page offers to do, in English. */
import type { toolsZhHans } from './tools-zh-hans.ts';

export const toolsEn: Readonly<Record<keyof typeof toolsZhHans, string>> = {
  choose: 'Choose round and group',
  chooseRound: 'Round',
  chooseGroup: 'Group',
  allPeople: 'All respondents',
  print: 'Print',
  chosen: 'Problems, changes, sub-problems, closed questions and scales now show: {view}.',
  view: '{round} · {place}',
  still: 'This section does not follow the choice: it shows all respondents in the latest round.',
  noFigures: 'No figures can be published for the chosen round and group.',
  saveCsv: 'Save CSV',
  saveSvg: 'Save SVG',
  savePng: 'Save PNG',
  told: '{title}. {figures}.',
  toldMore: '{title}. {figures}; {count} in all, the others are in the table.',
};
