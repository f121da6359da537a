/** Protects the rounds of a survey on several threads, with the same result as on one. */
import type { CountTables } from '../aggregate/tables.ts';
import { createCrew } from '../crew.ts';
import type { Survey } from '../survey/survey.ts';
import { type Codebook, withoutExamples } from '../tally/codebook.ts';
import {
  type Earlier,
  hideInRound,
  type Protection,
  planProtection,
  protectedBy,
  type RoundToHide,
} from './protect.ts';

/** Of fewer counts are hidden ones found sooner than a thread has begun. */
const WORTHWHILE = 3_000;

/**
 * @param jobs threads, the calling one included; without another all is done here
 * @param worthwhile so many counts are worth another thread
 */
export async function protectInParallel<T extends CountTables>(
  tables: T,
  survey: Survey,
  codebook: Codebook,
  earlier: Earlier,
  jobs: number,
  worthwhile = WORTHWHILE,
): Promise<{ tables: T; protection: Protection }> {
  const plan = planProtection(tables, survey, codebook, earlier);
  const hidden: (readonly string[])[] = [];
  const crew = createCrew<RoundToHide, readonly string[], null>({
    ...{ script: 'protect/worker.js', workerData: null },
    threads: plan.counts.size < worthwhile ? 0 : jobs - 1,
    // A round takes long: nobody holds one that another could begin.
    hold: 1,
    own: hideInRound,
  });
  try {
    for (const round of plan.rounds) {
      const codebook = withoutExamples(round.codebook);
      await crew.add({ ...round, codebook }, async (names) => {
        hidden.push(names);
      });
    }
    await crew.finish();
  } catch (error) {
    await crew.stop();
    throw error;
  }
  return protectedBy(plan, tables, survey, hidden.flat());
}
