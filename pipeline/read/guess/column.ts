/** What one column is for, guessed from its header, what the tool says, and its cells. */
import { type DraftAnswer, type DraftNote, draftNote } from '../../survey/draft.ts';
import { plainName, simplified, withoutFillIn } from '../cell.ts';
import { type ColumnRole, wording } from '../exports/column-role.ts';
import {
  saysGroup,
  saysId,
  saysMultiple,
  saysOpen,
  saysPersonal,
  saysScore,
  saysSingle,
  saysState,
  saysWeight,
} from './hints.ts';
import { guessNumeric, isAboveScales, looksNumeric } from './numeric.ts';
import { isProse, openTaxonomy, taxonomyNotes } from './open.ts';
import { type ColumnProfile, distinctShare } from './profile.ts';
import { findSeparator, shownSeparator } from './separator.ts';
import { isPersonal } from './shapes.ts';
import { mixedScale, wordScale } from './verbal.ts';

export interface ColumnSeen {
  /** As in the file, without outer blanks. */
  readonly header: string;
  readonly role: ColumnRole;
  readonly profile: ColumnProfile;
  /** Fixed word of the layout, e.g. `wenjuanxing-number`. */
  readonly format: string;
}

/** An answer without its column. */
export type AnswerGuess = DistributiveOmit<Exclude<DraftAnswer, { columns: unknown }>, 'column'>;
export type ScaleGuess = Extract<AnswerGuess, { type: 'scale' }>;
type DistributiveOmit<T, K extends string> = T extends unknown ? Omit<T, K> : never;

export type ColumnGuess =
  | { readonly kind: 'respondent' | 'weight' | 'group' | 'option' }
  | QuestionGuess
  /** `note` says why. */
  | { readonly kind: 'unused'; readonly note: DraftNote };

export interface QuestionGuess {
  readonly kind: 'question';
  readonly answer: AnswerGuess;
  readonly notes: readonly DraftNote[];
}

const question = (answer: AnswerGuess, ...notes: readonly DraftNote[]): ColumnGuess => ({
  kind: 'question',
  answer,
  notes,
});
const unused = (note: DraftNote): ColumnGuess => ({ kind: 'unused', note });

/** Of the filled cells, so many of one form tell the column. */
const MOSTLY = 0.5;

export function guessColumn(column: ColumnSeen): ColumnGuess {
  return bySource(column) ?? byHeader(column) ?? byCells(column);
}

/** What the tool that wrote the file tells, and what its cells say against it. */
function bySource({ header, role, profile, format }: ColumnSeen): ColumnGuess | null {
  const place = format === 'plain' && saysGroup(wording(header));
  switch (role.kind) {
    case 'respondent':
      if (profile.filled < 0.95 * profile.rows || distinctShare(profile) < 0.95)
        return unused(draftNote('unused-id-repeats'));
      return { kind: 'respondent' };
    case 'personal':
      return unused(draftNote('unused-personal'));
    case 'duration':
      // 填答時間 is how long it took or, as SurveyCake has it, when it was.
      return unused(draftNote(isDate(profile) ? 'unused-date' : 'unused-duration'));
    case 'metadata':
      // 地区 in a table of one's own is no note of the tool's.
      return place ? null : unused(draftNote('unused-metadata'));
    case 'fill-in':
      return unused(draftNote('unused-fill-in'));
    case 'option':
      return { kind: 'option' };
    default:
      return null;
  }
}

/** What was asked; some tools have a code in the header and the wording below it. */
export function askedIn({ header, role }: Pick<ColumnSeen, 'header' | 'role'>): string {
  return role.kind === 'question' && role.question !== '' ? role.question : wording(header);
}

function byHeader({ header, role, profile, format }: ColumnSeen): ColumnGuess | null {
  const name = askedIn({ header, role });
  const { filled, rows } = profile;
  if (saysPersonal(name)) return unused(draftNote('unused-personal'));
  if (filled === 0) return unused(draftNote('unused-empty'));
  if (personalCells(profile) >= MOSTLY * filled) return unused(draftNote('unused-personal-cells'));
  if (isDate(profile)) return unused(draftNote('unused-date'));
  if (saysWeight(name)) {
    const bad = rows - profile.weights;
    if (bad <= MOST_BAD_WEIGHTS * rows && profile.heaviest > 0) return { kind: 'weight' };
    return unused(draftNote('unused-weight', { count: bad }));
  }
  if (saysState(name)) return unused(draftNote('unused-metadata'));
  if (saysScore(name) && (SCORED.test(format) || isAboveScales(profile)))
    return unused(draftNote('unused-score'));
  if (saysId(name) && distinctShare(profile) > 0.95 && filled > 1)
    return unused(draftNote('unused-id'));
  if (saysGroup(name)) {
    if (isGroup(profile)) return { kind: 'group' };
    return unused(draftNote('unused-many-values', { count: atLeast(profile) }));
  }
  return null;
}

/** Tools that add up a total themselves; elsewhere `score` may well be what was asked. */
const SCORED = /^(?:wenjuanxing|wenjuan|tencent|jinshuju|microsoft-forms|google-forms|qualtrics)/;

/** A run sets rows with a bad weight aside, and stops above `maximum_set_aside`. */
const MOST_BAD_WEIGHTS = 0.03;

function isDate({ shapes, filled }: ColumnProfile): boolean {
  return filled > 0 && (shapes.get('date') ?? 0) >= 0.8 * filled;
}

function personalCells({ shapes }: ColumnProfile): number {
  return [...shapes].reduce((sum, [shape, count]) => sum + (shape === 'date' ? 0 : count), 0);
}

/** Rows below which shares say nothing, and headers decide. */
const SMALL = 30;
/** More values than this no table can show. */
const MOST_UNITS = 3000;

function isGroup({ values, counted, complete, filled }: ColumnProfile): boolean {
  return filled < SMALL || (complete && values.size <= MOST_UNITS && counted >= 2 * values.size);
}

function byCells(column: ColumnSeen): ColumnGuess {
  const { header, role, profile } = column;
  const name = role.kind === 'item' ? `${role.question} ${wording(header)}` : askedIn(column);
  const mixed = mixedScale(name, profile);
  if (mixed !== null) return question(mixed.answer, ...mixed.notes);
  if (looksNumeric(name, profile)) {
    const guess = guessNumeric(column, name);
    return 'key' in guess ? unused(guess) : question(guess.answer, ...guess.notes);
  }
  const joined = findSeparator(profile.values, saysMultiple(name));
  if (joined !== null) {
    const { separator, rare, certain } = joined;
    const shown = shownSeparator(separator);
    const notes = certain ? [] : [draftNote('note-separator', { separator: shown })];
    if (rare > 0) notes.push(draftNote('note-rare', { count: rare }));
    if (separator === '→') notes.push(draftNote('note-ranking'));
    return question({ type: 'multiple', separator, options: joined.options }, ...notes);
  }
  const bare = withoutFillIns(profile);
  const verbal = wordScale(bare);
  return verbal === null ? byText(name, bare) : question(verbal.answer, ...verbal.notes);
}

/** What is typed in beside an option tells options no further apart: `其他〖人手〗` is 其他. */
function withoutFillIns(profile: ColumnProfile): ColumnProfile {
  if (![...profile.values.keys()].some((cell) => cell.includes('〖'))) return profile;
  const values = new Map<string, number>();
  for (const [cell, count] of profile.values) {
    const option = withoutFillIn(cell).trim() || cell;
    values.set(option, (values.get(option) ?? 0) + count);
  }
  const longest = Math.max(...[...values.keys()].map((option) => option.length));
  return { ...profile, values, longest };
}

const MOST_OPTIONS = 30;
const LONGEST_OPTION = 80;

function byText(name: string, profile: ColumnProfile): ColumnGuess {
  const { values, complete, filled, longest } = profile;
  const few = complete && values.size <= MOST_OPTIONS && longest <= LONGEST_OPTION;
  const single = { type: 'single', options: inOrder(values) } as const;
  const prose = isProse(profile);
  // 是否有困难？有哪些困难？ asks for words where it gets them.
  if (few && saysSingle(name) && !(prose && saysOpen(name))) return question(single);
  if (few && filled >= 20 * values.size) return question(single);
  if (few && saysMultiple(name) && filled >= 2 * values.size) {
    const multiple = { ...single, type: 'multiple', separator: null } as const;
    return question(multiple, draftNote('note-one-each'));
  }
  if (saysOpen(name)) return open(name, profile);
  if (few && filled >= 3 * values.size) return question(single);
  if (prose) return open(name, profile, draftNote('note-open'));
  if (few && filled < SMALL) return question(single, draftNote('note-few-rows'));
  return unused(draftNote('unused-unclear', { count: atLeast(profile) }));
}

function open(name: string, profile: ColumnProfile, ...notes: readonly DraftNote[]): ColumnGuess {
  const taxonomy = openTaxonomy(name, profile);
  return question({ type: 'open', taxonomy }, ...notes, ...taxonomyNotes(taxonomy));
}

function atLeast({ values, complete }: ColumnProfile): string {
  return complete ? String(values.size) : `> ${values.size}`;
}

/** Options by the letter or number they begin with, by their first number, else the frequent first. */
function inOrder(values: ReadonlyMap<string, number>): readonly string[] {
  const frequent = [...values].sort((a, b) => b[1] - a[1]).map(([value]) => plainName(value));
  const options = [...new Set(frequent)].filter((one) => !isPersonal(one));
  const letters = options.map((one) => /^([A-Z])[.、．:：]/.exec(one)?.[1] ?? null);
  if (!letters.includes(null)) return [...options].sort();
  const numbers = options.map(numberIn);
  if (numbers.filter((one) => one !== null).length < NUMBERED * options.length) return options;
  const at = new Map(options.map((one, i) => [one, numbers[i] ?? endOf(one)]));
  return [...options].sort((a, b) => at.get(a)! - at.get(b)!);
}

/** Share of options that must hold a number to be put into the order of these. */
const NUMBERED = 0.6;

/** 无收入 stands before all amounts, 不清楚 behind them. */
function endOf(option: string): number {
  return /^(?:无|没|不用|none|no )/i.test(simplified(option))
    ? Number.MIN_SAFE_INTEGER
    : Number.MAX_SAFE_INTEGER;
}

/** `3000元以下` stands before `3000-4000元`, `> 60` behind `45-60`. */
function numberIn(written: string): number | null {
  const option = simplified(written);
  const found = /\d[\d,]*(?:\.\d+)?/.exec(option);
  if (found === null) return null;
  const number = Number(found[0].replaceAll(',', ''));
  if (/以下|不到|低于|小于|under|below|less|^</i.test(option)) return number - 0.5;
  return /以上|超过|高于|大于|over|above|more|^>|\+$/i.test(option) ? number + 0.5 : number;
}

/** The wording that a question is shown with. */
export function labelOf(header: string, role: ColumnRole): string {
  if (role.kind === 'item') return `${wording(role.question)} — ${role.item}`;
  const name = askedIn({ header, role })
    .replaceAll(/\s+/g, ' ')
    .replace(/[:：]$/, '')
    .trim();
  return name === '' ? header : name;
}
