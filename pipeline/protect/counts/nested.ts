/** Values that lie in others: `parent/child`. */

/** The value among `wholes` in which a nested one lies, the longest that it continues; else ''. */
export function wholeOf(value: string, wholes: ReadonlySet<string>): string {
  for (let end = value.lastIndexOf('/'); end > 0; end = value.lastIndexOf('/', end - 1)) {
    const whole = value.slice(0, end);
    if (wholes.has(whole)) return whole;
  }
  return '';
}
