/** The beginning of a cell, in one line and without anything that steers a terminal. */
export function excerpt(text: string, length: number): string {
  const characters = [...text.replace(/[\p{Cc}\p{Cf}\p{Z}]+/gu, ' ').trim()];
  return characters.length > length
    ? `${characters.slice(0, length).join('')}…`
    : characters.join('');
}
