/** The style sheet a report carries. */
import { readFile } from 'node:fs/promises';
import { dataFile } from '../package-root.ts';
import type { Survey } from '../survey/survey.ts';
import { printedMarking } from './printed-marking.ts';

export async function readStyle({ languages, marking }: Survey): Promise<string> {
  const sheet = await readFile(dataFile('report', 'style.css'), 'utf8');
  const first = languages[0] ?? 'zh-Hans';
  return sheet.replaceAll('\r\n', '\n') + printedMarking(marking?.[first] ?? null);
}
