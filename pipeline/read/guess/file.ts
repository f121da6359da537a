/** One export, read once as a stream: what each of its columns holds. */
import type { Effects } from '../../effects.ts';
import { parseNumber } from '../cell.ts';
import { type OpenedExport, openExport } from '../export.ts';
import { type ColumnRole, commonRole, wording } from '../exports/column-role.ts';
import { isBlank, type RawBatch } from '../record.ts';
import { rowJudge } from '../rows.ts';
import { totalsUnless } from '../totals.ts';
import { withBlocks } from './blocks.ts';
import { askedIn } from './column.ts';
import { saysGroup, simplified } from './hints.ts';
import { type ColumnProfile, Profiler } from './profile.ts';
import { Together } from './together.ts';

export interface SeenColumn {
  readonly header: string;
  /** How survey.yaml can name it; null for a blank header, or one that stands here twice. */
  readonly name: string | null;
  readonly role: ColumnRole;
  readonly profile: ColumnProfile;
}

export interface SeenFile {
  readonly name: string;
  readonly path: string;
  readonly sha256: string;
  readonly format: string;
  /** Header records where they are not found by themselves, else null. */
  readonly headerRows: number | null;
  /** Records, and those among them that a run would set aside. */
  readonly rows: number;
  readonly unusable: number;
  readonly columns: readonly SeenColumn[];
  /** Which values of possible groups come together, by positions of columns. */
  readonly together: Together;
}

const BATCH = 1000;
/** Lines of a title above the header that are looked for. */
const MOST_TITLES = 4;

/** @throws InputError if the file cannot be read */
export async function seeFile(path: string, name: string, fx: Effects): Promise<SeenFile> {
  const { opened, batches, headerRows } = await openBelowTitle(path, name, fx);
  const { header, layout } = opened;
  const profilers = header.map(() => new Profiler(layout));
  const roleOf = (i: number): ColumnRole => {
    const role = layout.roles[i] ?? { kind: 'question', question: wording(header[i]!) };
    const common = role.kind === 'question' ? commonRole(simplified(header[i]!)) : null;
    // A run knows 所用时间 in simplified characters only.
    return common?.kind === 'duration' ? { kind: 'metadata' } : (common ?? role);
  };
  // Nothing is known yet of what people may answer in the first column, if it is one of answers.
  const firstAnswers = ['question', 'option', 'item'].includes(roleOf(0).kind);
  const judge = rowJudge(
    opened,
    [],
    null,
    totalsUnless(() => firstAnswers),
  );
  const groups = header.flatMap((one, i) =>
    saysGroup(wording(one)) || saysGroup(askedIn({ header: one, role: roleOf(i) })) ? [i] : [],
  );
  const together = new Together(groups);
  let [rows, unusable] = [0, 0];
  for await (const batch of batches) {
    for (const { cells } of batch) {
      const refusal = judge(cells, null);
      if (refusal?.kind === 'blank') continue;
      rows += 1;
      if (refusal !== null) {
        unusable += 1;
        continue;
      }
      for (let i = 0; i < profilers.length; i += 1) profilers[i]!.add(cells[i] ?? '');
      together.add(cells);
    }
  }
  const columns = header.map((one, i) => ({
    header: one,
    name: nameable(opened, i),
    role: roleOf(i),
    profile: profilers[i]!.profile,
  }));
  const roles = withBlocks(columns);
  return {
    name,
    path,
    sha256: opened.sha256,
    format: opened.format,
    headerRows,
    rows,
    unusable,
    columns: columns.map((one, i) => ({ ...one, role: roles[i]! })),
    together,
  };
}

interface Opened {
  readonly opened: OpenedExport;
  readonly batches: AsyncIterable<RawBatch>;
  readonly headerRows: number | null;
}

/** Looks below lines with few filled cells, such as a title and a unit, where wider rows follow. */
async function openBelowTitle(path: string, name: string, fx: Effects): Promise<Opened> {
  const open = async (headerRows: number | null) => {
    const opened = await openExport(path, name, { ...AS_FOUND, headerRows }, fx);
    const records = opened.records(BATCH);
    const first = await records.next();
    const rest = async function* (): AsyncGenerator<RawBatch> {
      if (!first.done) yield first.value;
      yield* records;
    };
    const titles = titlesAbove(opened, first.done ? [] : first.value);
    return { opened, batches: rest(), records, headerRows, titles };
  };
  const found = await open(null);
  if (found.titles === 0) return found;
  await found.records.return(undefined);
  return open(found.opened.headerRows + found.titles);
}

/**
 * Records from the supposed header down to the real one; 0 where the supposed one is real.
 *
 * A title, its unit and its date fill few of the columns, the header and most rows more than half.
 */
function titlesAbove({ format, headerRecords, headerRows }: OpenedExport, batch: RawBatch): number {
  if (format !== 'plain') return 0;
  const below = batch.filter(({ cells }) => !isBlank(cells));
  const widths = below.map(({ cells }) => filledIn(cells)).sort((a, b) => a - b);
  const usual = widths[widths.length >> 1] ?? 0;
  const lines = [...headerRecords.slice(-1), ...below.slice(0, MOST_TITLES)];
  const header = lines.findIndex(({ cells }) => 2 * filledIn(cells) > usual);
  // At least one row is left, below the header.
  if (header < 1 || header >= below.length) return 0;
  const isTitle = lines.slice(0, header).every(({ cells }) => filledIn(cells) <= 1);
  // Below a header with few names, or the lower half of one, stands the first respondent.
  const hasNumber = lines[header]!.cells.some((cell) => parseNumber(cell) !== null);
  return isTitle || (headerRows === 1 && !hasNumber) ? header : 0;
}

const AS_FOUND = { encoding: null, sheet: null } as const;

function filledIn(cells: readonly string[]): number {
  return cells.filter((cell) => cell.trim() !== '').length;
}

/** A column is looked up as written first, then trimmed, then folded. */
function nameable({ header, headerAsWritten }: OpenedExport, i: number): string | null {
  const alone = (names: readonly string[], name: string) =>
    name !== '' && names.filter((one) => one === name).length === 1;
  const trimmed = header[i]!;
  const written = headerAsWritten[i]!;
  if (alone(headerAsWritten, trimmed) && headerAsWritten[i] === trimmed) return trimmed;
  if (headerAsWritten.includes(trimmed) && written !== trimmed) {
    return alone(headerAsWritten, written) ? written : null;
  }
  if (alone(header, trimmed)) return trimmed;
  return alone(headerAsWritten, written) && written.trim() !== '' ? written : null;
}
