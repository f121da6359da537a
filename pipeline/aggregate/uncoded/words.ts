/**
 * Answers cut into words that phrases are made of: single Han characters and whole Latin words.
 *
 * They are compared as the coder compares (full width, traditional characters, stems); runs never
 * cross a clause, punctuation or a digit.
 */
import { splitClauses } from '../../code/clauses.ts';
import { emptyNormalised, type Normalised, normalise, textOf } from '../../code/normalise.ts';
import { isWordUnit } from '../../taxonomy/fold.ts';

/** The words of all answers, one after the other; arrays run parallel. */
export interface Words {
  /** Number of each word in `forms`; 0 parts two runs. Begins and ends with 0. */
  readonly ids: Int32Array;
  /** The answer in which a word stands. */
  readonly answers: Int32Array;
  /** Word number -> folded form; `forms[0]` is ''. */
  readonly forms: readonly string[];
  /** Where the word stands in its answer: `text.slice(from, to)`. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly texts: readonly string[];
}

const HAN = /\p{Script=Han}/u;
const DIGIT = /[0-9]/;

/** The words of answers, in the order of the answers. */
export function wordsOf(texts: readonly string[]): Words {
  const found = { ids: [0], answers: [-1], from: [0], to: [0] };
  const numbers = new Map<string, number>([['', 0]]);
  const normalised = emptyNormalised();
  texts.forEach((text, answer) => {
    const put = (form: string, from: number, to: number) => {
      let id = numbers.get(form);
      if (id === undefined) {
        id = numbers.size;
        numbers.set(form, id);
      }
      found.ids.push(id);
      found.answers.push(answer);
      found.from.push(from);
      found.to.push(to);
    };
    normalise(text, normalised);
    for (const clause of splitClauses(normalised, []).list) {
      putClause(normalised, clause, put);
      put('', 0, 0);
    }
  });
  return {
    ids: Int32Array.from(found.ids),
    answers: Int32Array.from(found.answers),
    forms: [...numbers.keys()],
    from: Int32Array.from(found.from),
    to: Int32Array.from(found.to),
    texts,
  };
}

type Put = (form: string, from: number, to: number) => void;

function putClause(
  normalised: Normalised,
  { start, end }: { readonly start: number; readonly end: number },
  put: Put,
): void {
  const { units, from, to } = normalised;
  for (let at = start; at < end; ) {
    const unit = units[at]!;
    let next = at + 1;
    if (isHan(unit)) put(String.fromCharCode(unit), from[at]!, to[at]!);
    else if (isWordUnit(unit)) {
      while (next < end && isWordUnit(units[next]!)) next += 1;
      const word = textOf(normalised, at, next);
      if (DIGIT.test(word)) put('', 0, 0);
      else put(word, from[at]!, to[next - 1]!);
    } else if (unit !== SPACE) put('', 0, 0); // a blank inside a clause stands between Latin words
    at = next;
  }
}

const SPACE = 0x20;

const han = new Uint8Array(0x10000);

/** Characters beyond the basic plane, which are rare and mostly of names, are no words. */
function isHan(unit: number): boolean {
  let known = han[unit]!;
  if (known === 0) {
    known = HAN.test(String.fromCharCode(unit)) ? 1 : 2;
    han[unit] = known;
  }
  return known === 1;
}

/** Whether a folded word is a Han character. @example isHanWord('堂') // true */
export function isHanWord(form: string): boolean {
  return form.length === 1 && isHan(form.charCodeAt(0));
}

/** Words as one text: Latin ones parted by blanks. @example joined(['wifi', '太', '慢']) // 'wifi太慢' */
export function joined(words: readonly string[]): string {
  return words.reduce((text, word, i) => {
    const gap = i > 0 && !HAN.test(words[i - 1]!) && !HAN.test(word);
    return `${text}${gap ? ' ' : ''}${word}`;
  }, '');
}

/**
 * How respondents spell what stands at a place. A Latin word is written small if anybody does so,
 * else as it stands: of names all letters or the first stay large.
 */
export function speller(words: Words): (place: number, length: number) => string {
  const { ids, from, to, answers, forms, texts } = words;
  const spelt = (place: number) => texts[answers[place]!]!.slice(from[place]!, to[place]!);
  const small = new Set<string>();
  ids.forEach((id, place) => {
    if (id === 0 || isHanWord(forms[id]!)) return;
    const word = spelt(place);
    if (word === word.toLowerCase()) small.add(word);
  });
  return (place, length) =>
    joined(
      Array.from({ length }, (_, i) => {
        const word = spelt(place + i);
        return small.has(word.toLowerCase()) ? word.toLowerCase() : word;
      }),
    );
}
