/** Saving a table as CSV and a chart as a picture. */
import Papa from 'papaparse';
import type { VegaView } from './live-charts.ts';

/** What a spreadsheet could take for a formula, as in tables/. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** The cells of a table as they are read, for a spreadsheet that takes none of them for a formula. */
export function tableCsv(table: HTMLTableElement): string {
  const rows = [...table.rows].map((row) =>
    [...row.cells].map((cell) => cell.textContent?.trim() ?? ''),
  );
  return `\uFEFF${Papa.unparse(rows, { escapeFormulae: FORMULA, newline: '\r\n' })}\r\n`;
}

export function saveText(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  saveUrl(name, url);
  URL.revokeObjectURL(url);
}

/** The picture on white, as it is pasted into letters. */
export async function saveSvg(name: string, view: VegaView): Promise<void> {
  saveText(name, 'image/svg+xml', await view.toSVG());
}

export async function savePng(name: string, view: VegaView): Promise<void> {
  saveUrl(name, await view.toImageURL('png', 2));
}

function saveUrl(name: string, url: string): void {
  const link = document.createElement('a');
  link.download = name;
  link.href = url;
  document.body.append(link);
  link.click();
  link.remove();
}
