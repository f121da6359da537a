/** How a delimited text is written: found out from its first records. */
import Papa from 'papaparse';
import { plainLineEnds } from './line-ends.ts';

export interface Dialect {
  readonly delimiter: string;
  /** Length of what stands before the header and is not data: a byte order mark, `sep=;`. */
  readonly preamble: number;
}

const DELIMITERS = [',', '\t', ';', '|'] as const;

/** Records that are compared. */
const PREVIEW = 12;

/** Excel's own word on the delimiter; Excel does not show this line. */
const SEPARATOR_LINE = /^sep=([,\t;|])(?:\r\n|\r|\n)/i;

/**
 * The delimiter under which the first records agree best with the header.
 *
 * @param start of the text; some ten records are enough
 * @example sniffDialect('a;b,c\n1;2\n') // { delimiter: ';', preamble: 0 }
 */
export function sniffDialect(start: string): Dialect {
  const mark = /^\ufeff*/.exec(start)![0].length;
  const text = start.slice(mark);
  const told = SEPARATOR_LINE.exec(text);
  if (told) return { delimiter: told[1]!, preamble: mark + told[0].length };
  const plain = plainLineEnds(text, DELIMITERS.join(''), false);
  const ranked = DELIMITERS.map((delimiter) => ({
    delimiter,
    ...agreement(plain, delimiter),
  })).sort((a, b) => b.agreeing - a.agreeing || b.width - a.width);
  return { delimiter: ranked[0]!.delimiter, preamble: mark };
}

/** Width of the header, and the share of records as wide; 0 if the header is one cell. */
function agreement(start: string, delimiter: string) {
  const { data } = Papa.parse<string[]>(start, { delimiter, newline: '\n', preview: PREVIEW });
  // The last record may be cut off.
  const records = data.length > 1 ? data.slice(0, -1) : data;
  const filled = records.filter((cells) => cells.some((cell) => cell.trim() !== ''));
  const width = filled[0]?.length ?? 0;
  if (width < 2) return { agreeing: 0, width: 0 };
  const same = filled.filter((cells) => cells.length === width).length;
  return { agreeing: same / filled.length, width };
}
