/** How a respondent was drawn: the stratum, the cluster and how many there are to draw from. */
import { parseNumber } from './cell.ts';
import { remember } from './remember.ts';

/** Columns of the sampling design; null for each that the survey does not have. */
export interface DesignColumns {
  readonly stratum: number | null;
  readonly cluster: number | null;
  readonly fpc: number | null;
}

/** Where a respondent stands in the sampling design; '' for each that the survey does not have. */
export interface DesignPlace {
  readonly stratum: string;
  readonly cluster: string;
  /** Units in the stratum's population, or the share of them that was drawn; a number. */
  readonly fpc: string;
}

/** The place of every respondent of a survey without a design. */
export const NO_DESIGN = '';

export interface DesignReader {
  /** The place of a record as text, to count by; null where a part of it is missing or no number. */
  place(cells: readonly string[]): string | null;
  /** Position of the first such part, or null. */
  missing(cells: readonly string[]): number | null;
}

export function designReader({ stratum, cluster, fpc }: DesignColumns): DesignReader {
  const columns = [stratum, cluster, fpc].map((at) => ({
    at,
    read: remember((cell: string) => (at === fpc ? fpcOf(cell) : cell.trim())),
  }));
  const partOf = (cells: readonly string[], { at, read }: (typeof columns)[number]) =>
    at === null ? '' : read(cells[at] ?? '');
  const asked = columns.filter(({ at }) => at !== null);
  if (asked.length === 0) return { place: () => NO_DESIGN, missing: () => null };
  return {
    place: (cells) => {
      const parts = columns.map((one) => partOf(cells, one));
      return columns.every(({ at }, i) => at === null || parts[i] !== '')
        ? JSON.stringify(parts)
        : null;
    },
    missing: (cells) => asked.find((one) => partOf(cells, one) === '')?.at ?? null,
  };
}

/** @throws SyntaxError for what `designReader` did not make */
export function parseDesign(text: string): DesignPlace {
  if (text === NO_DESIGN) return { stratum: '', cluster: '', fpc: '' };
  const [stratum, cluster, fpc] = JSON.parse(text) as [string, string, string];
  return { stratum, cluster, fpc };
}

/** The number as the program writes it, or '' if the cell holds none above 0. */
function fpcOf(cell: string): string {
  const value = parseNumber(cell);
  return value !== null && value > 0 ? String(value) : '';
}
