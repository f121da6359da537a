/**
 * Patterns of whole texts as sequences of word sets, matched without backtracking.
 *
 * Such patterns as regular expressions ((?:我|我们|们)*…) take exponential time on hostile
 * answers; here time is text length × longest word, per step.
 */

import { fold } from '../taxonomy/fold.ts';

export interface Step {
  /** Words by their first UTF-16 unit, so that most positions cost one look-up. */
  readonly words: ReadonlyMap<number, readonly string[]>;
  readonly times: 'once' | 'any';
}

/** One step: a word of the lists once, or any number of them, none included. */
export function step(times: Step['times'], ...lists: readonly string[]): Step {
  const words = new Map<number, string[]>();
  for (const word of new Set(lists.flatMap((list) => list.split(/\s+/)))) {
    const folded = fold(word);
    if (folded === '') continue;
    const first = folded.charCodeAt(0);
    words.set(first, [...(words.get(first) ?? []), folded]);
  }
  return { words, times };
}

/** Longer texts are never made of such words alone. */
const LONGEST = 200;
const first = new Uint8Array(LONGEST + 1);
const second = new Uint8Array(LONGEST + 1);

/**
 * True if the whole text is a word of each step in turn.
 *
 * @example isMadeOf('我们没有问题', [step('any', '我们'), step('once', '没有'), step('any', '问题')])
 */
export function isMadeOf(text: string, steps: readonly Step[]): boolean {
  const size = text.length;
  if (size > LONGEST) return false;
  let [reached, spare] = [first, second];
  reached.fill(0, 0, size + 1);
  reached[0] = 1;
  let last = 0;
  for (const { words, times } of steps) {
    if (times === 'once') {
      spare.fill(0, 0, size + 1);
      [reached, spare] = [spare, reached];
    }
    const from = times === 'once' ? spare : reached;
    const limit = last;
    if (times === 'once') last = -1;
    for (let at = 0; at < size && at <= Math.max(limit, last); at++) {
      if (from[at] !== 1) continue;
      const candidates = words.get(text.charCodeAt(at));
      if (candidates === undefined) continue;
      for (const word of candidates) {
        if (!text.startsWith(word, at)) continue;
        reached[at + word.length] = 1;
        last = Math.max(last, at + word.length);
      }
    }
    if (last < 0) return false;
  }
  return reached[size] === 1;
}
