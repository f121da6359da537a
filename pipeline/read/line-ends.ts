/** Line ends of all systems made alike: a lone CR outside quotes ends a line, as LF does. */

/**
 * The text with each lone CR outside quotes written as LF, so that files of old Macintosh programs
 * and files pasted together from several read alike. Lengths and offsets stay; a CR that stands in
 * quotes, before LF, or at the very end of an unfinished text is kept.
 *
 * @param text beginning with a record
 * @param delimiter one of them, or several before it is known
 * @param last whether nothing follows `text`
 */
export function plainLineEnds(text: string, delimiter: string, last: boolean): string {
  if (!text.includes('\r') || !/\r(?!\n)/.test(text)) return text;
  const pieces: string[] = [];
  let from = 0;
  let at = 0;
  let cellBegins = true;
  while (at < text.length) {
    const one = text[at]!;
    if (one === '"' && cellBegins) {
      at = endOfQuotes(text, at, delimiter);
      cellBegins = false;
      continue;
    }
    cellBegins = one === '\n' || one === '\r' || delimiter.includes(one);
    const unfinished = at + 1 === text.length && !last;
    if (one === '\r' && text[at + 1] !== '\n' && !unfinished) {
      pieces.push(text.slice(from, at), '\n');
      from = at + 1;
    }
    at += 1;
  }
  return pieces.join('') + text.slice(from);
}

/** Place behind a quoted cell; a quote that neither doubles nor ends it is part of its text. */
function endOfQuotes(text: string, open: number, delimiter: string): number {
  for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    if (text[at + 1] === '"') {
      at += 1;
      continue;
    }
    let next = at + 1;
    while (text[next] === ' ') next += 1;
    const after = text[next];
    if (after === undefined || '\r\n'.includes(after) || delimiter.includes(after)) return at + 1;
  }
  return text.length;
}
