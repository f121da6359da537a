/** What an audit knows while it looks through the artefacts, and what it has found. */
import type { Tables } from '../../aggregate/tables.ts';
import type { Problem } from '../../errors.ts';
import type { Survey } from '../../survey/survey.ts';
import { coverBy } from './coverage.ts';
import { HiddenKeys } from './hidden-keys.ts';
import type { Names, Subject } from './names.ts';
import { compact } from './normal.ts';
import { type FindPersonal, GRAM, Texts } from './suspects.ts';

/** A sheet of the workbook that is a table, or some lines of it. */
export interface PublishedSheet {
  readonly name: string;
  readonly table: keyof Tables;
  /** What its columns are called there, in their order. */
  readonly heads: readonly string[];
  /** The lines that stand there one below the other, by their index in the table. */
  readonly lines: readonly number[];
  /** What a cell that is no figure says. */
  keyText(column: string, row: Readonly<Record<string, string | number | null>>): string;
}

/** What is published by design, against which the artefacts are held. */
export interface Published {
  /** After protection. */
  readonly tables: Tables;
  /** Columns of each table, in their order. */
  readonly columns: Readonly<Record<keyof Tables, readonly string[]>>;
  /** Whole texts that a report is put together from. */
  readonly pieces: readonly string[];
  /** Texts whose parts may stand anywhere, though nothing is put together from them. */
  readonly sources: readonly string[];
  /**
   * SHA-256 (hex) of what has no text of a survey: the scripts and the style sheet that a report
   * carries, and the parts that tie a workbook together.
   */
  readonly inlined: ReadonlySet<string>;
  /** In the order of the report's charts. */
  readonly charts: readonly (Subject & { readonly name: string })[];
  /** Those of the workbook that are tables. */
  readonly sheets: readonly PublishedSheet[];
  /** Of the report's languages, that of the chart files first. */
  readonly names: Names;
  /** Quotes that a person has released. */
  readonly quotes: readonly string[];
}

export interface AuditOptions {
  readonly survey: Survey;
  readonly published: Published;
  readonly findPersonal: FindPersonal;
}

export interface Inspection {
  readonly published: Published;
  readonly hidden: HiddenKeys;
  /** Takes texts, and finds what is wrong with them. */
  readonly texts: Texts;
  /** SHA-256 (hex) of the documents looked through so far, by the names of their files; added to. */
  readonly documents: Map<string, string>;
  /** Hidden figures, lines and files that are not what they should be; added to. */
  readonly figures: Problem[];
}

export function openInspection({ survey, published, findPersonal }: AuditOptions): Inspection {
  const { pieces, quotes, sources } = published;
  const whole = [...pieces, ...quotes];
  // Joined by a character that no text has, so that nothing is found across two of them.
  const all = lazy(() => [...whole, ...sources].map(compact).join('\u0001'));
  // Of a large leak there are thousands: too many to search the texts for each.
  const grams = lazy(() => new Set(gramsOf(all())));
  const isKnown = (text: string) =>
    text.length === GRAM ? grams().has(text) : all().includes(text);
  const rounds = survey.rounds.map(({ id }) => id);
  return {
    published,
    hidden: new HiddenKeys(published.tables, rounds),
    texts: new Texts(coverBy(whole), isKnown, findPersonal),
    documents: new Map(),
    figures: [],
  };
}

function* gramsOf(text: string): Generator<string> {
  for (let i = 0; i + GRAM <= text.length; i++) yield text.slice(i, i + GRAM);
}

function lazy<T extends object | string>(make: () => T): () => T {
  let made: T | null = null;
  return () => {
    made ??= make();
    return made;
  };
}
