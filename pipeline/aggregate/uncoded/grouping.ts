/** Phrases that the same respondents use, put together as one candidate theme. */
import type { Phrase } from './phrases.ts';

export interface PhraseGroup {
  /** Strongest first; at least one. */
  readonly phrases: readonly Phrase[];
  /** Uncoded answers that have any phrase of the theme, ascending. */
  readonly answers: readonly number[];
}

/** How far from mere chance (0) to being contained (1) a phrase and a theme must be. */
const OVERLAP = 0.5;
/** Fewer answers in common are chance, unless one is contained in the other. */
const FEWEST_COMMON = 3;
/** Weaker phrases than these add little and take time. */
const MOST_PHRASES = 400;

/**
 * Groups phrases, taken strongest first: each joins the theme with which it has the largest
 * overlap coefficient |A ∩ B| / min(|A|, |B|), corrected for chance, or begins one of its own.
 *
 * @param phrases strongest first
 * @param size number of uncoded answers
 */
export function groupPhrases(phrases: readonly Phrase[], size: number): readonly PhraseGroup[] {
  const groups: { phrases: Phrase[]; answers: Set<number> }[] = [];
  for (const phrase of phrases.slice(0, MOST_PHRASES)) {
    const [best] = groups
      .map((group) => ({ group, overlap: overlapOf(phrase, group.answers, size) }))
      .filter((one) => one.overlap >= OVERLAP)
      .sort((a, b) => b.overlap - a.overlap); // stable: of equals the older theme
    if (best === undefined) groups.push({ phrases: [phrase], answers: new Set(phrase.answers) });
    else {
      best.group.phrases.push(phrase);
      for (const answer of phrase.answers) best.group.answers.add(answer);
    }
  }
  return groups.map((group) => ({
    phrases: group.phrases,
    answers: [...group.answers].sort((a, b) => a - b),
  }));
}

/** What the answers of two have in common: 0 if no more than by chance, 1 if one contains the other. */
function overlapOf(phrase: Phrase, theme: ReadonlySet<number>, size: number): number {
  const common = phrase.answers.filter((answer) => theme.has(answer)).length;
  const [smaller, larger] = [phrase.answers.length, theme.size].sort((a, b) => a - b) as [
    number,
    number,
  ];
  if (common < Math.min(FEWEST_COMMON, smaller)) return 0;
  const chance = larger / size;
  return chance === 1 ? 1 : (common / smaller - chance) / (1 - chance);
}
