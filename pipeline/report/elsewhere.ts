/** What the report says of rounds of which some was counted elsewhere: nothing of single respondents. */
import { roundName } from '../chart/names.ts';
import { isCountedElsewhere } from '../survey/counted-elsewhere.ts';
import type { Round } from '../survey/survey.ts';
import { asWritten, type Context, plainly, say } from './context.ts';
import { type Html, html, join } from './html.ts';
import type { WordKey } from './words.ts';

/** A sentence with the names of those rounds in it; null where all that is asked for was read here. */
export function elsewhereNote(
  context: Context,
  rounds: readonly Round[],
  key: WordKey & ('notAvailable' | 'hygieneElsewhere'),
): Html | null {
  const elsewhere = rounds.filter(isCountedElsewhere);
  if (elsewhere.length === 0) return null;
  const names = elsewhere.map((round) => asWritten(context, roundName(round, context.lang)));
  const values = { rounds: join(names, plainly(context, 'listComma')) };
  return html`<p class="aside">${say(context, key, values)}</p>`;
}
