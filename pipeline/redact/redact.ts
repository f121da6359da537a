/** Texts without the personal data in them. */
import type { Survey } from '../survey/survey.ts';
import type { Lang } from '../survey/text.ts';
import { findPersonal } from './find.ts';
import { personalLabel } from './labels.ts';
import type { PersonalHit } from './personal.ts';

/** `mask`: personal data gives way to its kind. `drop`: a text that holds any is left out. */
export type PersonalPolicy = Survey['privacy']['personalData'];

/** A stretch of a text, in UTF-16 offsets. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * A text as it may be passed on.
 *
 * @param language of the marks that stand for what is masked
 * @returns null if the text is to be left out
 * @example redact('电话：13800001234', 'mask', 'zh-Hans') // '电话：〔手机号〕'
 */
export function redact(text: string, policy: PersonalPolicy, language: Lang): string | null {
  return redactFound(text, findPersonal(text), policy, language);
}

/**
 * The same, of a text that has been searched, or of a stretch of it. What a stretch cuts through
 * is masked as a whole; with `drop`, a find anywhere in the text counts.
 */
export function redactFound(
  text: string,
  hits: readonly PersonalHit[],
  policy: PersonalPolicy,
  language: Lang,
  { start, end }: Stretch = { start: 0, end: text.length },
): string | null {
  if (policy === 'drop' && hits.length > 0) return null;
  let masked = '';
  let from = start;
  for (const hit of hits) {
    if (hit.end <= start || hit.start >= end) continue;
    masked += `${text.slice(from, hit.start)}〔${personalLabel(hit.type, language)}〕`;
    from = hit.end;
  }
  return masked + text.slice(from, end);
}
