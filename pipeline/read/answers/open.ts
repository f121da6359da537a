/** Open questions: the cell exactly as it came. */
import type { OpenQuestion } from '../../survey/survey.ts';
import type { Layout } from '../exports/layout.ts';
import { isMissingWord } from '../exports/layout.ts';
import { type ReadAnswer, SKIPPED, stateOf } from './answer-reader.ts';

/**
 * Words for "not answered" that only this survey or this tool uses (拒答, -2) give an empty text;
 * common ones such as (空) are left for the coder, which knows them.
 */
export function readOpen(question: OpenQuestion, position: number, layout: Layout): ReadAnswer {
  const state = stateOf(question, layout);
  return (cells) => {
    const text = cells[position] ?? '';
    // No such word is long, and most answers are.
    if (text.length > 40) return { kind: 'text', text };
    const trimmed = text.trim();
    const found = state(trimmed);
    if (found === 'skipped') return SKIPPED;
    const isCode = found === 'missing' && trimmed !== '' && !isMissingWord(trimmed);
    return { kind: 'text', text: isCode ? '' : text };
  };
}
