/** Respondents who share all categories that weights depend on. */
export interface WeightingCell {
  /** One category a margin, such as ['organ', 'north']. */
  readonly key: readonly string[];
  /** Σ weight. */
  readonly w: number;
  /** Respondents. */
  readonly n: number;
}

/**
 * Refuses cells that cannot be weighted.
 *
 * @throws RangeError if a key has not `length` categories, w is below 0 or not finite, n not whole
 */
export function checkCells(cells: readonly WeightingCell[], length: number): void {
  for (const { key, w, n } of cells) {
    if (key.length !== length) {
      throw new RangeError(`key ${key.join(', ')} must have ${length} categories`);
    }
    if (!(Number.isFinite(w) && w >= 0 && Number.isInteger(n) && n >= 0)) {
      throw new RangeError(`cell ${key.join(', ')} must be from 0, got w ${w} and n ${n}`);
    }
  }
}

/** @throws RangeError for a count below 0 or not finite */
export function checkCount(name: string, count: number): void {
  if (!(Number.isFinite(count) && count >= 0)) {
    throw new RangeError(`the count of ${name} must be from 0, got ${count}`);
  }
}
