/** One export, read once as a stream: what each of its columns holds. */
import type { Effects } from '../../effects.ts';
import { simplified } from '../cell.ts';
import type { OpenedExport } from '../export.ts';
import { type ColumnRole, commonRole, wording } from '../exports/column-role.ts';
import { footerOf, looksLikeFooter } from '../footer.ts';
import { rowJudge } from '../rows.ts';
import { totalsUnless } from '../totals.ts';
import { withBlocks } from './blocks.ts';
import { askedIn } from './column.ts';
import { withoutMixedGrids } from './grids.ts';
import { openBelowTitle } from './header-rows.ts';
import { saysGroup } from './hints.ts';
import { titlesOver, withMarks } from './marks.ts';
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

/** @throws InputError if the file cannot be read */
export async function seeFile(path: string, name: string, fx: Effects): Promise<SeenFile> {
  const { opened, batches, headerRows } = await openBelowTitle(path, name, BATCH, fx);
  const { header, layout } = opened;
  const profilers = header.map(() => new Profiler(layout));
  const roleOf = (i: number): ColumnRole => {
    const role = layout.roles[i] ?? { kind: 'question', question: wording(header[i]!) };
    return (role.kind === 'question' ? commonRole(simplified(header[i]!)) : null) ?? role;
  };
  // Nothing is known yet of what people may answer in the first column, if it is one of answers.
  const firstAnswers = ['question', 'option', 'item'].includes(roleOf(0).kind);
  const isTotals = totalsUnless(() => firstAnswers);
  const judge = rowJudge(opened, [], null, isTotals);
  // A name in a line below the table must not become an option, or unit, that is published.
  const footer = footerOf(
    (cells) => looksLikeFooter(cells, header.length, new Set(), new Set()),
    isTotals,
  );
  const groups = header.flatMap((one, i) =>
    saysGroup(wording(one)) || saysGroup(askedIn({ header: one, role: roleOf(i) })) ? [i] : [],
  );
  const together = new Together(groups);
  let [rows, unusable] = [0, 0];
  for await (const batch of footer.watch(batches)) {
    for (const { row, cells } of batch) {
      if (footer.rows.has(row)) continue;
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
  const inBlocks = withBlocks(columns).map((role, i) => ({ ...columns[i]!, role }));
  const titles = opened.format === 'plain' ? titlesOver(opened.headerRecords, header.length) : [];
  const marked = withMarks(inBlocks, titles).map((role, i) => ({ ...columns[i]!, role }));
  // Of a table of one's own only the cells tell whether a title above columns is a question.
  const seen =
    opened.format !== 'plain'
      ? marked
      : withoutMixedGrids(marked).map((role, i) => ({ ...marked[i]!, role }));
  return {
    name,
    path,
    sha256: opened.sha256,
    format: opened.format,
    headerRows,
    rows,
    unusable,
    columns: seen,
    together,
  };
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
