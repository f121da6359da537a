/** How a delimited text is written: found out from its first records. */
import Papa from 'papaparse';

export interface Dialect {
  readonly delimiter: string;
  /** `\n` reads CRLF too; `\r` is for files of old Macintosh programs. */
  readonly newline: '\n' | '\r';
}

const DELIMITERS = [',', '\t', ';', '|'] as const;

/** Records that are compared. */
const PREVIEW = 12;

/**
 * The delimiter under which the first records agree best with the header, and the line end.
 *
 * @param start of the text, without byte order mark; some ten records are enough
 * @example sniffDialect('a;b,c\n1;2\n') // { delimiter: ';', newline: '\n' }
 */
export function sniffDialect(start: string): Dialect {
  const newline = sniffNewline(start);
  const ranked = DELIMITERS.map((delimiter) => ({
    delimiter,
    ...agreement(start, delimiter, newline),
  })).sort((a, b) => b.agreeing - a.agreeing || b.width - a.width);
  return { delimiter: ranked[0]!.delimiter, newline };
}

/** Width of the header, and the share of records as wide; 0 if the header is one cell. */
function agreement(start: string, delimiter: string, newline: '\n' | '\r') {
  const { data } = Papa.parse<string[]>(start, { delimiter, newline, preview: PREVIEW });
  // The last record may be cut off.
  const records = data.length > 1 ? data.slice(0, -1) : data;
  const filled = records.filter((cells) => cells.some((cell) => cell.trim() !== ''));
  const width = filled[0]?.length ?? 0;
  if (width < 2) return { agreeing: 0, width: 0 };
  const same = filled.filter((cells) => cells.length === width).length;
  return { agreeing: same / filled.length, width };
}

/** Counts line ends outside quotes; a lone CR ends lines only where it outnumbers LF. */
function sniffNewline(start: string): '\n' | '\r' {
  let quoted = false;
  let lf = 0;
  let cr = 0;
  for (let i = 0; i < start.length; i += 1) {
    const character = start[i];
    if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === '\n') lf += 1;
    else if (character === '\r' && start[i + 1] !== '\n' && i + 1 < start.length) cr += 1;
  }
  return cr > lf ? '\r' : '\n';
}
