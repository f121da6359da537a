/** A coding as the cells of a table: `status,codes,confidence,evidence`. */
import type { Coding, Evidence } from './coding.ts';

/** Evidence of all codes, each with its code, in the order of the codes. */
export function evidenceOf(coding: Coding): readonly (Evidence & { readonly code: string })[] {
  return coding.codes.flatMap((hit) => hit.evidence.map((one) => ({ code: hit.code, ...one })));
}

/** Codes and confidences joined by `;` in the same order; evidence as JSON. */
export function codingCells(coding: Coding): readonly [string, string, string, string] {
  return [
    coding.status,
    coding.codes.map((hit) => hit.code).join(';'),
    coding.codes.map((hit) => hit.confidence.toFixed(2)).join(';'),
    JSON.stringify(evidenceOf(coding)),
  ];
}
