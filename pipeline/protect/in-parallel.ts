/** Protects the rounds of a survey on several threads, with the same result as on one. */
import type { CountTables } from '../aggregate/tables.ts';
import { createCrew } from '../crew.ts';
import type { Survey } from '../survey/survey.ts';
import type { Codebook } from '../tally/codebook.ts';
import { type Hiding, hideInRound, type RoundToHide } from './hide.ts';
import { type HidingKeeper, KEEPS_NO_HIDING } from './kept-hiding.ts';
import { type PackedRound, packedRound } from './packed.ts';
import {
  type Earlier,
  type ProtectedRound,
  type Protection,
  planRounds,
  protectRound,
  together,
} from './protect.ts';

/** In tables of fewer lines hidden counts are found sooner than a thread has begun. */
const WORTHWHILE = 3_000;
/**
 * In tables of fewer lines than these most of a thread's time goes into compiling, which each does for
 * itself: the calling thread does a round rather than one thread more.
 */
const LARGE = 100_000;

/**
 * The tables with every figure of a hidden cell removed.
 *
 * Unweighted head-counts decide. Rows stay in place: a hidden one keeps its keys, has the status
 * `suppressed`, and looks the same whether it was hidden for itself or for another.
 *
 * @param jobs so many threads; of one, all is done here
 * @param keeper of rounds that need not be settled anew
 * @param worthwhile so many lines are worth another thread
 * @param large so many are worth a thread for each of `jobs`
 */
export async function protectInParallel<T extends CountTables>(
  tables: T,
  survey: Survey,
  codebook: Codebook,
  earlier: Earlier,
  jobs: number,
  keeper: HidingKeeper = KEEPS_NO_HIDING,
  worthwhile = WORTHWHILE,
  large = LARGE,
): Promise<{ tables: T; protection: Protection }> {
  const lines = tables.problems.length + tables.themes.length + tables.closed.length;
  const most = Math.min(jobs, survey.rounds.length);
  const threads = threadsFor(lines, { most, worthwhile, large, anew: keeper.isEmpty });
  const rounds: ProtectedRound[] = [];
  const crew = createCrew<RoundToHide, Hiding, null, PackedRound>({
    ...{ script: 'protect/worker.js', workerData: null },
    pack: packedRound,
    ...{ threads, early: keeper.isEmpty },
    ...(threads === most ? {} : { own: hideInRound }),
    // A round takes long: none waits in a thread that another could begin, or for the calling one.
    hold: 1,
    // Whatever waits for its turn is held with all its counts.
    behind: 2,
  });
  try {
    let next = 0;
    for (const plan of planRounds(tables, survey, codebook, earlier)) {
      const at = next++;
      const known = await keeper.take(plan.toHide);
      if (known !== null) rounds[at] = protectRound(plan, known);
      else {
        await crew.add(plan.toHide, async (hiding) => {
          rounds[at] = protectRound(plan, hiding.hidden);
          await keeper.keep(plan.toHide, hiding);
        });
      }
    }
    await crew.finish();
    return together(tables, rounds, earlier);
  } catch (error) {
    await crew.stop();
    throw error;
  }
}

/**
 * How many threads to start.
 *
 * @param most so many can be at work
 * @param anew whether what to hide is to be found in all rounds; else as a rule in one
 */
function threadsFor(
  lines: number,
  {
    most,
    worthwhile,
    large,
    anew,
  }: {
    readonly most: number;
    readonly worthwhile: number;
    readonly large: number;
    readonly anew: boolean;
  },
): number {
  if (most < 2 || lines < worthwhile) return 0;
  if (lines >= large) return most;
  return anew ? most - 1 : 0;
}
