/** A share as messages write it. @example percent(0.0525) // '5.3 %' */
export function percent(share: number): string {
  return `${Number((100 * share).toFixed(1))} %`;
}
