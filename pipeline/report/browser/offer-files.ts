/** Buttons below a figure that save its table and its chart. */
import type { Lang } from '../../survey/text.ts';
import { WORDS } from '../words.ts';
import type { LiveCharts } from './live-charts.ts';
import { savePng, saveSvg, saveText, tableCsv } from './save.ts';

/** What has a chart or a table of its own. */
const FIGURE = 'figure, .drawer';

/** Equips every figure of a report that has no buttons yet. */
export function offerFiles(report: HTMLElement, lang: Lang, live: LiveCharts): void {
  const words = WORDS[lang];
  for (const figure of report.querySelectorAll<HTMLElement>(`:is(${FIGURE}):not([data-tools])`)) {
    figure.dataset.tools = '';
    const title = figure.querySelector('h3, h4')?.textContent ?? '';
    const name = fileName(title);
    const tools = document.createElement('p');
    tools.className = 'tools';
    // Buttons of all figures say the same: what they save is said before them.
    tools.setAttribute('role', 'group');
    tools.setAttribute('aria-label', title);
    const offer = (label: string, act: () => unknown) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = label;
      button.addEventListener('click', () => void act());
      tools.append(button);
    };
    const table = own<HTMLTableElement>(figure, 'table');
    if (table !== null) {
      offer(words.saveCsv, () => saveText(`${name}.csv`, 'text/csv', tableCsv(table)));
    }
    const place = own(figure, '.chart');
    if (place !== null) {
      const withView = (save: typeof saveSvg, end: string) => () => {
        const view = live.viewOf(place);
        return view === null ? null : save(`${name}.${end}`, view);
      };
      offer(words.saveSvg, withView(saveSvg, 'svg'));
      offer(words.savePng, withView(savePng, 'png'));
    }
    (place?.closest('.drawer details') ?? figure).append(tools);
  }
}

/** What belongs to a figure itself, and not to another one in it. */
function own<Found extends HTMLElement>(figure: HTMLElement, what: string): Found | null {
  const all = [...figure.querySelectorAll<Found>(what)];
  return all.find((one) => one.closest(FIGURE) === figure) ?? null;
}

/** The title without what file systems do not take. */
function fileName(title: string): string {
  const safe = title
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return [...(safe === '' ? 'canvass' : safe)].slice(0, 60).join('');
}
