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
    evidenceJson(coding),
  ];
}

/** `JSON.stringify(evidenceOf(coding))` in half the time: a run writes it for every answer. */
function evidenceJson({ codes }: Coding): string {
  let json = '';
  for (const { code, evidence } of codes) {
    const id = JSON.stringify(code);
    for (const { text, start, end } of evidence) {
      const words = JSON.stringify(text);
      json += `${json === '' ? '' : ','}{"code":${id},"text":${words},"start":${start},"end":${end}}`;
    }
  }
  return `[${json}]`;
}
