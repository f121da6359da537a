/** Texts in the XML of a workbook. */

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/**
 * A text as it stands between tags or quotes. What XML cannot hold, and a carriage return, which it
 * would lose, is written as `_x000D_`; a text that looks like that is kept from being taken for it.
 *
 * @example xmlText('a<b\r_x0041_') // 'a&lt;b_x000D__x005F_x0041_'
 */
export function xmlText(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(
      /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g,
      (one) => `_x${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replace(/[&<>"]/g, (one) => ENTITIES[one]!);
}

/** @example columnName(27) // 'AB', the first is 0 */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest === 0 ? '' : columnName(rest - 1)) + String.fromCharCode(65 + (index % 26));
}
