/** A table for the terminal: the first column flush left, figures flush right. */
import { columnWidth, padColumns } from './column-width.ts';

/** One line a row, columns two blanks apart, Chinese characters two columns wide. */
export function textTable(rows: readonly (readonly string[])[], indent: string): readonly string[] {
  const widths = (rows[0] ?? []).map((_, i) =>
    Math.max(...rows.map((row) => columnWidth(row[i] ?? ''))),
  );
  return rows.map((row) => {
    const cells = row.map((cell, i) =>
      i === 0 ? padColumns(cell, widths[i]!) : ' '.repeat(widths[i]! - columnWidth(cell)) + cell,
    );
    return (indent + cells.join('  ')).trimEnd();
  });
}
