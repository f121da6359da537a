/**
 * Writes one answer to the open question, and knows its codes: phrases of the bank, put
 * together as people do (terse, official, numbered, grumbling, as suggestions).
 */
import * as OpenCC from 'opencc-js';
import { fitsGbk } from './gb18030.mjs';
import { GRASSROOTS_PHRASES } from './phrases/grassroots.mjs';
import { ORGAN_PHRASES } from './phrases/organ.mjs';
import { DENIALS, EMPTY, NO_PROBLEM, OTHER_PROBLEMS, PRAISE } from './phrases/uncoded.mjs';
import { CLOSERS, LAYOUTS, NUMBERINGS, OPENERS, SEPARATORS, TYPOS } from './styles.mjs';

/** @typedef {Record<string, {f: string[], c: string[], s: string[]}>} PhraseBank */
/** @typedef {'coded' | 'uncoded' | 'no-problem' | 'empty' | 'skipped'} Status */
/** @typedef {{text: string, status: Status, codes: string[]}} OpenAnswer */
/** @typedef {import('./random.mjs').Random} Random */

const PHRASES = { ...ORGAN_PHRASES, ...GRASSROOTS_PHRASES };
const toTraditional = OpenCC.Converter({ from: 'cn', to: 'tw' });

/**
 * An answer that states no problem of the taxonomy.
 * @param {Random} random
 * @param {'skipped' | 'empty' | 'none' | 'praise' | 'other'} kind
 * @returns {OpenAnswer}
 */
export function answerWithoutCodes(random, kind) {
  switch (kind) {
    case 'skipped':
      return { text: '(跳过)', status: 'skipped', codes: [] };
    case 'empty':
      return { text: random.weighted(EMPTY), status: 'empty', codes: [] };
    case 'none':
      return { text: random.weighted(NO_PROBLEM), status: 'no-problem', codes: [] };
    case 'praise':
      return { text: finished(random, random.pick(PRAISE)), status: 'no-problem', codes: [] };
    default: {
      const [first, second] = random.shuffled(OTHER_PROBLEMS).map((text) => filled(random, text));
      const text = random.chance(0.3) ? `${first}，${second}` : first;
      return { text: finished(random, framed(random, text, 'f')), status: 'uncoded', codes: [] };
    }
  }
}

/**
 * An answer that states the given codes, each once.
 * @param {Random} random
 * @param {readonly string[]} codes at least one, e.g. `['A3.1', 'A6']`
 * @param {number} denying probability that another problem is denied first
 * @returns {OpenAnswer}
 */
export function answerWithCodes(random, codes, denying) {
  const denial = random.chance(denying) ? denialBeside(random, codes) : null;
  const layout = denial
    ? 'colloquial'
    : random.weighted(codes.length === 1 ? LAYOUTS.one : LAYOUTS.several);
  const register = layout === 'colloquial' ? 'c' : layout === 'suggesting' ? 's' : 'f';
  const statements = codes.map((code) => statement(random, code, register));
  const body = (denial ?? '') + joined(random, statements, layout);
  const text = denial ? body : framed(random, body, register, layout);
  return { text: finished(random, text), status: 'coded', codes: [...codes].sort() };
}

/** @type {(random: Random, code: string, register: 'f' | 'c' | 's') => string} */
function statement(random, code, register) {
  const bank = PHRASES[code];
  // Registers mix a little within an answer, as they do in life.
  const used = register === 'f' && random.chance(0.12) ? 'c' : register;
  return filled(random, random.pick(bank[used]));
}

/** Picks one wording of each `{a|b}`. @type {(random: Random, text: string) => string} */
function filled(random, text) {
  return text.replace(/\{([^}]*)\}/g, (_, wordings) => random.pick(wordings.split('|')));
}

/** @type {(random: Random, codes: readonly string[]) => string | null} */
function denialBeside(random, codes) {
  const stated = codes.map((code) => code.slice(0, 2));
  const family = stated[0].startsWith('A') ? 'A' : 'B';
  const fitting = DENIALS.filter(
    ({ problems }) =>
      problems.some((problem) => problem.startsWith(family)) &&
      !problems.some((problem) => stated.includes(problem)),
  );
  if (fitting.length === 0) return null;
  // Money is what people deny first.
  const denial = random.chance(0.5) ? fitting[0] : random.pick(fitting);
  const but = random.pick(['，就是', '，但', '，但是', '，只是', '，不过', '，可', '，主要是']);
  return random.pick(denial.texts) + but;
}

/** @type {(random: Random, statements: string[], layout: string) => string} */
function joined(random, statements, layout) {
  if (layout === 'official' && statements.length > 1) {
    const marks = random.pick([
      ['一是', '二是', '三是', '四是'],
      ['第一，', '第二，', '第三，', '第四，'],
      ['首先，', '其次，', '再次，', '此外，'],
    ]);
    return statements.map((text, i) => marks[i] + text).join(random.pick(['；', '；', '。']));
  }
  if (layout === 'numbered') {
    const { mark, between } = random.pick(NUMBERINGS);
    return statements.map((text, i) => mark(i + 1) + text).join(between);
  }
  return statements.join(random.pick(SEPARATORS[layout] ?? SEPARATORS.terse));
}

/** Puts words before and after that state nothing. @type {(random: Random, text: string, register: 'f' | 'c' | 's', layout?: string) => string} */
function framed(random, text, register, layout = 'terse') {
  if (layout === 'numbered')
    return random.chance(0.3) ? `${random.pick(OPENERS.list)}${text}` : text;
  const opens = layout === 'official' ? 0.75 : register === 's' ? 0.2 : 0.45;
  // “主要问题是一是…” does not read: before a first point only an opener that comes to a stop.
  const fitting = /^(一是|第一|首先)/.test(text)
    ? OPENERS.f.filter((words) => /[，：]$/.test(words))
    : OPENERS[register];
  const opener = random.chance(opens) ? filled(random, random.pick(fitting)) : '';
  const closer = random.chance(0.3) ? filled(random, random.pick(CLOSERS[register])) : '';
  return opener + text + closer;
}

/** Last touches: full stop, a slip of the hand, traditional script. @type {(random: Random, text: string) => string} */
function finished(random, text) {
  let result = random.chance(0.4) && !/[。！…)]$/.test(text) ? `${text}。` : text;
  if (random.chance(0.06)) result = result.replaceAll('，', random.pick([',', ' ', '、', '，，']));
  if (random.chance(0.04)) {
    const slip = random.shuffled(TYPOS).find(([right]) => result.includes(right));
    if (slip) result = result.replace(slip[0], slip[1]);
  }
  if (random.chance(0.06)) {
    const traditional = toTraditional(result);
    if (fitsGbk(traditional)) return traditional;
  }
  return result;
}
