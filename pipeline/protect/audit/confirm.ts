/** Reads the inputs a second time to tell which suspects really come from answers. */
import type { Effects } from '../../effects.ts';
import { type Problem, problem } from '../../errors.ts';
import { ColumnFinder } from '../../read/columns.ts';
import { headersWanted } from '../../read/plan.ts';
import { openFile } from '../../read/twin.ts';
import { isTally } from '../../survey/counted-elsewhere.ts';
import type { Round, RoundFile, Survey } from '../../survey/survey.ts';
import { compact } from './normal.ts';
import { GRAM, type Suspects } from './suspects.ts';

/** Records read at once. */
const BATCH = 500;

/**
 * The suspects that stand in the files of the rounds, in rows that are used and in those that are not.
 *
 * - words: in open answers of fewer than `privacy.minimum` respondents (and of one at least); in a
 *   panel those with one id are one
 * - ids: as a whole cell of the column of respondents
 * - personal data: anywhere in a cell
 */
export async function confirmSuspects(
  suspects: Suspects,
  survey: Survey,
  fx: Effects,
): Promise<readonly Problem[]> {
  const { grams, ids, personal } = suspects;
  if (grams.size + ids.size + personal.size === 0) return [];
  const met = new Met(suspects, survey);
  for (const round of survey.rounds) {
    // A tally holds no answer, no id and no row that anything could come from.
    const atHand = round.files.filter((file) => !isTally(file));
    for (const file of atHand) await readAgain(file, round, survey, met, fx);
  }
  return met.problems();
}

async function readAgain(
  file: RoundFile,
  round: Round,
  survey: Survey,
  met: Met,
  fx: Effects,
): Promise<void> {
  const opened = await openFile(file, headersWanted(survey, round.id), fx);
  const finder = new ColumnFinder(opened);
  const open = survey.questions.flatMap((one) =>
    one.type === 'open' ? finder.places(one.column) : [],
  );
  const [id] = survey.columns.respondent === null ? [] : finder.places(survey.columns.respondent);
  for await (const batch of opened.records(BATCH)) {
    for (const { row, cells } of batch) {
      const own = id === undefined ? '' : (cells[id] ?? '').trim();
      const person = survey.panel && own !== '' ? own : `${round.id}\u0001${file.name}\u0001${row}`;
      for (const place of open) met.answer(cells[place] ?? '', person);
      if (own !== '') met.id(own);
      met.row(cells);
    }
  }
}

/** What was met of the suspects so far. */
class Met {
  readonly #suspects: Suspects;
  readonly #minimum: number;
  /** Respondents who wrote a run of characters, no more than needed. */
  readonly #writers = new Map<string, Set<string>>();
  readonly #ids = new Set<string>();
  readonly #personal = new Set<string>();

  constructor(suspects: Suspects, survey: Survey) {
    this.#suspects = suspects;
    this.#minimum = survey.privacy.minimum;
  }

  answer(text: string, person: string): void {
    const { grams } = this.#suspects;
    if (grams.size === 0 || text.length < GRAM) return;
    const answer = compact(text);
    for (let i = 0; i + GRAM <= answer.length; i++) {
      const gram = answer.slice(i, i + GRAM);
      if (!grams.has(gram)) continue;
      const writers = this.#writers.get(gram) ?? new Set();
      if (writers.size < this.#minimum) writers.add(person);
      this.#writers.set(gram, writers);
    }
  }

  id(written: string): void {
    const id = compact(written);
    if (this.#suspects.ids.has(id)) this.#ids.add(id);
  }

  row(cells: readonly string[]): void {
    const { personal } = this.#suspects;
    if (personal.size === this.#personal.size) return;
    const row = cells.map(compact);
    for (const text of personal.keys()) {
      if (row.some((cell) => cell.includes(text))) this.#personal.add(text);
    }
  }

  /** One for each place: an answer of a hundred characters is one leak and not ninety. */
  problems(): readonly Problem[] {
    const { grams, ids, personal } = this.#suspects;
    const found: Problem[] = [];
    const places = new Set<string>();
    for (const [text, place] of grams) {
      const respondents = this.#writers.get(text)?.size ?? 0;
      if (respondents === 0 || respondents >= this.#minimum) continue;
      if (places.has(JSON.stringify(place))) continue;
      places.add(JSON.stringify(place));
      const values = { text, respondents, minimum: this.#minimum };
      found.push(problem('leak-answer', place, values));
    }
    for (const [text, place] of ids) {
      if (this.#ids.has(text)) found.push(problem('leak-id', place, { text }));
    }
    for (const [text, { type, place }] of personal) {
      if (this.#personal.has(text)) found.push(problem('leak-personal', place, { text, type }));
    }
    return found;
  }
}
