/** What became of hand-coded answers, in words. */
import type { Conflict } from '../code/learn/agree.ts';
import type { HandCodes } from '../code/learn/hand-codes.ts';
import type { HandCodeListener } from '../tally/load-codebook.ts';
import { excerpt } from './excerpt.ts';
import { COMMA, type MessageLang } from './message.ts';
import { notice } from './notices.ts';

/** Conflicts listed before the rest is only counted. */
const LISTED = 20;
/** Characters of an answer that are enough to know it again. */
const EXCERPT = 30;

/** Says what is found and learnt. */
export function handCodeListener(lang: MessageLang, log: (line: string) => void): HandCodeListener {
  return {
    found: (handCodes) => {
      log(handCodesLine(handCodes, lang));
      for (const line of conflictLines(handCodes, lang)) log(line);
    },
    learning: (taxonomy, answers) => log(notice('learning', lang, { taxonomy, answers })),
  };
}

/** One line that quotes nobody. */
export function handCodesLine({ file, used, conflicts }: HandCodes, lang: MessageLang): string {
  const key = conflicts.length === 0 ? 'hand-codes' : 'hand-codes-differ';
  return notice(key, lang, { file, used, conflicts: conflicts.length });
}

/** A line for each answer with different codes. They quote answers: for the screen only. */
export function conflictLines(
  { file, conflicts }: HandCodes,
  lang: MessageLang,
): readonly string[] {
  const lines = conflicts.slice(0, LISTED).map((one) => conflictLine(file, one, lang));
  const more = conflicts.length - LISTED;
  return more > 0 ? [...lines, notice('check-more', lang, { count: more })] : lines;
}

function conflictLine(file: string, { text, codings }: Conflict, lang: MessageLang): string {
  const semicolon = lang === 'en' ? '; ' : '；';
  const parts = codings.map(({ rows, codes }) =>
    notice('hand-coding', lang, { rows: rows.join(COMMA[lang]), codes: codes.join(';') }),
  );
  const values = { file, text: excerpt(text, EXCERPT), codings: parts.join(semicolon) };
  return notice('hand-conflict', lang, values);
}
