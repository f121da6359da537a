/** The data of charts: a mark that stands for a hidden key carries no figure. */
import type { HiddenKeys } from './hidden-keys.ts';
import { isWithheld, type Names, type Part, partsOf, type Subject } from './names.ts';
import type { JsonObject, Path } from './read-json.ts';
import { leaksInLabel } from './table-figures.ts';

/** Numbers that say where a mark is drawn and nothing else. */
const PLACES = new Set('row column order lines dx dy'.split(' '));
/** Texts that are figures. */
const FIGURE_TEXTS = new Set('value interval label mean text'.split(' '));
/** Figures of other keys: the round before, and a share that stands beside. */
const OTHERS = new Set('previous previousText beside besideText'.split(' '));

/** Fields with names that say what a mark is of. */
const NAMES = ['name', 'rowName', 'columnName', 'part', 'round'] as const;

/** A mark's data, and where they stand in the spec. */
export interface Datum {
  readonly datum: JsonObject;
  readonly path: Path | null;
}

/** Where figures of hidden keys stand among the data of a chart. */
export function leaksInChart(
  data: readonly Datum[],
  lang: string,
  ofChart: Subject,
  names: Names,
  hidden: HiddenKeys,
): readonly Path[] {
  // What stands in the place of a hidden figure says where there is none.
  const noted = new Set(data.filter(isNoted).map(spotOf));
  return data.flatMap((one) => {
    const { datum, path } = one;
    // A chart of several questions says of which a mark is.
    const { question } = datum;
    const subject = typeof question === 'string' ? { ...ofChart, question } : ofChart;
    const resolve = (text: string) => partsOf(text, lang, subject, names);
    const named = namesOf(datum, resolve);
    const at = (field: string): readonly Path[] => [{ parent: path, step: field }];
    const [own] = figuresOf(datum);
    if (own !== undefined && noted.size > 0 && noted.has(spotOf(one))) return at(own);
    if (own !== undefined && isWithheld(named, subject, hidden)) return at(own);
    if ('previous' in datum) {
      const before = [hidden.before(latestOf(named.flat(), subject, hidden))];
      if (isWithheld(named, subject, hidden, before)) return at('previous');
    }
    const { name } = datum;
    const isLabel = typeof name === 'string' && leaksInLabel(name, subject, resolve, hidden);
    return isLabel ? at('name') : [];
  });
}

function isNoted({ datum }: Datum): boolean {
  return typeof datum.note === 'string' || datum.kind === 'suppressed' || datum.kind === 'no-base';
}

/** Where a datum is drawn, so far as that tells it from others. */
function spotOf({ datum: { row, column, panel, round } }: Datum): string {
  return `${row}\u0001${column}\u0001${panel}\u0001${round}`;
}

/** The fields of a datum that hold figures of its own. */
function figuresOf(datum: JsonObject): readonly string[] {
  // The text of a label stands alone; beside names it is a figure.
  const isMark = NAMES.some((key) => key in datum) || 'share' in datum;
  return Object.keys(datum).filter((key) => {
    if (PLACES.has(key) || OTHERS.has(key)) return false;
    const one = datum[key];
    if (typeof one === 'number') return true;
    return isMark && FIGURE_TEXTS.has(key) && typeof one === 'string' && /\d/.test(one);
  });
}

/** What the names of a datum may stand for; the head of a panel has more lines than the name's. */
function namesOf(
  datum: JsonObject,
  resolve: (text: string) => readonly Part[],
): readonly (readonly Part[])[] {
  const own = NAMES.flatMap((key) => {
    const text = datum[key];
    return typeof text === 'string' ? [resolve(text)] : [];
  });
  if (typeof datum.panel !== 'string') return own;
  const lines = datum.panel.split('\n');
  const heads = lines.map((_, i) => resolve(lines.slice(0, i + 1).join('\n')));
  return [...own, heads.find((parts) => parts.length > 0) ?? []];
}

function latestOf(parts: readonly Part[], subject: Subject, hidden: HiddenKeys): string {
  const is = (kind: Part['is']) => parts.some((one) => one.is === kind);
  const table = is('theme') ? 'themes' : is('option') ? 'closed' : 'problems';
  return hidden.latest(table, subject.question);
}
