/** Makes the rules ready for one file, before its respondents are read. */
import type { OpenedExport } from '../export.ts';
import { fileHygiene, type Hygiene, type HygienePlan, type RoundMemory } from './hygiene.ts';
import { speedLimit } from './speed.ts';

/**
 * Where the file tells how long answers took, the limit for them takes a pass of its own.
 */
export async function openHygiene(
  plan: HygienePlan,
  opened: OpenedExport,
  isRespondent: (cells: readonly string[]) => boolean,
  memory: RoundMemory,
): Promise<Hygiene> {
  for (const position of plan.durations) {
    const limit = await speedLimit(opened.again(), position, isRespondent);
    if (limit !== null) return fileHygiene(plan, memory, { position, limit });
  }
  return fileHygiene(plan, memory, null);
}
