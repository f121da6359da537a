/** The style sheet a report carries. */
import { readFile } from 'node:fs/promises';
import { dataFile } from '../package-root.ts';
import type { Survey } from '../survey/survey.ts';
import { runningHeads } from './running-heads.ts';

export async function readStyle(survey: Survey): Promise<string> {
  const sheet = await readFile(dataFile('report', 'style.css'), 'utf8');
  return sheet.replaceAll('\r\n', '\n') + runningHeads(survey);
}
