/**
 * Counts as text and back: JSON, in which maps, rows of cells and infinity have a form of their own.
 *
 * Text, so that a file of counts can be looked into, and nothing in it can be anything but data.
 */

/** What text this module wrote may stand for. @throws SyntaxError or TypeError for any other text */
export function decode(text: string): unknown {
  return revived(JSON.parse(text));
}

/** `JSON.parse` would ask for every number by itself, of which there are a hundred times as many. */
function revived(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('$row' in value) return rowOf(value.$row as readonly number[]);
  if ('$infinity' in value) return Number.POSITIVE_INFINITY;
  if ('$map' in value) return new Map(revived(value.$map) as readonly [unknown, unknown][]);
  const parts = value as Record<string, unknown>;
  for (const key of Object.keys(parts)) {
    if (typeof parts[key] === 'object') parts[key] = revived(parts[key]);
  }
  return value;
}

/** Plain values, maps, rows of cells, and infinity. Rows are mostly zeros, which are left out. */
export function encode(value: unknown): string {
  return JSON.stringify(value, (_, one) => {
    if (one instanceof Map) return { $map: [...one] };
    if (one instanceof Float64Array) return { $row: sparse(one) };
    return one === Number.POSITIVE_INFINITY ? { $infinity: true } : one;
  });
}

/** Length, then place and value of what is not 0. */
function sparse(row: Float64Array): readonly number[] {
  const parts = [row.length];
  for (let i = 0; i < row.length; i++) if (row[i] !== 0) parts.push(i, row[i]!);
  return parts;
}

/** The row that `sparse` wrote. */
function rowOf(parts: readonly number[]): Float64Array {
  const row = new Float64Array(parts[0]!);
  for (let i = 1; i < parts.length; i += 2) row[parts[i]!] = parts[i + 1]!;
  return row;
}
