/** The report: its texts, attributes, tables, drawings, and the data for its script. */
import { problem } from '../../errors.ts';
import { sha256 } from '../../sha256.ts';
import { isNamespace } from './addresses.ts';
import type { Where } from './artefact.ts';
import { inspectPageData } from './inspect-page.ts';
import type { Inspection } from './inspection.ts';
import { NO_SUBJECT } from './names.ts';
import { readHtml } from './read-html.ts';
import { leaksInTable } from './table-figures.ts';

/** Attributes that are read out, shown or followed; others hold no text unless it is Chinese. */
const TEXT_ATTRIBUTES =
  /^(?:aria-(?!hidden|pressed)|data-|title$|alt$|content$|label$|placeholder$|summary$|value$|href$|src|poster$|action$|cite$)/;
/** The page's own policy: sources by their hashes. */
const POLICY = /^(?:[a-z-]+ (?:'[A-Za-z0-9+/=-]+'|data:)(?: '[A-Za-z0-9+/=-]+')*(?:; )?)+$/;
const SETTINGS = /^(?:width=device-width, initial-scale=1|no-referrer|light dark)$/;
/** Anchors within the page have names of the program's own. */
const ANCHOR = /^#[a-z-]+(?:-\d{1,4}){0,2}-(?:zh-Hans|zh-Hant|en)$/;

export function inspectHtml(file: string, content: string, inspection: Inspection): void {
  const { published, hidden, texts, figures } = inspection;
  const { charts, names, inlined } = published;
  readHtml(file, content, {
    text: texts.take,
    attribute: (name, value, where) => takeAttribute(name, value, where, inspection),
    style: (code, where) => {
      if (!inlined.has(sha256(code))) texts.take(code, where);
    },
    script: ({ type }, code, where) => {
      if (inlined.has(sha256(code))) return;
      if (type === 'application/json') inspectPageData(JSON.parse(code), where(), inspection);
      else texts.take(code, where);
    },
    table: (table, where) => {
      const ofChart = charts[table.chart ?? -1] ?? NO_SUBJECT;
      const subject = table.question === '' ? ofChart : { ...ofChart, question: table.question };
      for (const of of leaksInTable(table, subject, names, hidden)) {
        figures.push(problem('leak-figure', where(), { of }));
      }
    },
  });
}

function takeAttribute(name: string, value: string, where: Where, { texts }: Inspection): void {
  if (/^[\x00-\x7f]*$/.test(value) && !TEXT_ATTRIBUTES.test(name)) {
    if (!name.startsWith('xmlns') || !isNamespace(value)) texts.takeCode(value, where);
    return;
  }
  if (name === 'content' && (POLICY.test(value) || SETTINGS.test(value))) return;
  if (name === 'href' && ANCHOR.test(value)) return;
  texts.take(value, where);
}
