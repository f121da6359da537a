/** A coding as the cells of a table: `status,codes,confidence,evidence`. */
import type { Coding, Evidence } from './coding.ts';

/** Evidence of all codes, each with its code, in the order of the codes. */
export function evidenceOf(coding: Coding): readonly (Evidence & { readonly code: string })[] {
  return coding.codes.flatMap((hit) => hit.evidence.map((one) => ({ code: hit.code, ...one })));
}

/** Codes and confidences joined by `;` in the same order; evidence as JSON. */
export function codingCells({ status, codes }: Coding): readonly [string, string, string, string] {
  // Most answers have one code or none.
  if (codes.length === 0) return [status, '', '', '[]'];
  let ids = codes[0]!.code;
  let confidences = twoDecimals(codes[0]!.confidence);
  for (let i = 1; i < codes.length; i++) {
    ids += `;${codes[i]!.code}`;
    confidences += `;${twoDecimals(codes[i]!.confidence)}`;
  }
  return [status, ids, confidences, evidenceJson(codes)];
}

/** All that confidences are written as. */
const HUNDREDTHS = Array.from({ length: 101 }, (_, hundredths) => (hundredths / 100).toFixed(2));
/** So near the middle between two hundredths `toFixed` decides, which knows all digits. */
const DOUBTFUL = 1e-6;

/** `share.toFixed(2)` of a number in [0, 1] in a tenth of the time. */
export function twoDecimals(share: number): string {
  const hundredths = Math.round(share * 100);
  const isDoubtful = Math.abs(Math.abs(share * 100 - hundredths) - 0.5) < DOUBTFUL;
  return (isDoubtful ? undefined : HUNDREDTHS[hundredths]) ?? share.toFixed(2);
}

/** `JSON.stringify(evidenceOf(coding))` in half the time: a run writes it for every answer. */
function evidenceJson(codes: Coding['codes']): string {
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
