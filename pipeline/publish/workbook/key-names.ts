/** What the keys of tables are called in a language: rounds, questions, groups, codes, fixed words. */
import type { ReportModel } from '../../chart/model.ts';
import { codeName, entriesOf, questionName, roundName } from '../../chart/names.ts';
import { clean } from '../../chart/text.ts';
import { CHART_WORDS } from '../../chart/words.ts';
import { WORDS, type WordKey } from '../../report/words.ts';
import type { Lang } from '../../survey/text.ts';
import type { SheetTable } from './columns.ts';

/** Words that say what a fixed word of a table means, where the report has its own. */
const REPORT: Readonly<Record<string, WordKey>> = {
  up: 'up',
  down: 'down',
  'no-evidence': 'noEvidence',
  unflagged: 'variantUnflagged',
  terms: 'variantTerms',
  flag: 'policyFlag',
  drop: 'policyDrop',
  problems: 'sheet-problems',
  closed: 'sheet-closed',
};

/** Columns with fixed words. */
const FIXED = new Set(
  'status shown change verdict direction variant of policy rule type source'.split(' '),
);

export type AnyRow = Readonly<Record<string, string | number | null>>;

/** The text of a cell that is no figure; `row` is its line. */
export type KeyText = (column: string, row: AnyRow) => string;

/**
 * Names for the keys of a table. Values of groups, options, labels and quotes stay as they are;
 * so does a code that has its label beside it, and whatever has no name.
 */
export function keyNames(table: SheetTable, model: ReportModel, lang: Lang): KeyText {
  const { survey, taxonomies, themes } = model;
  const rounds = new Map(survey.rounds.map((one) => [one.id, roundName(one, lang)]));
  const questions = new Map(survey.questions.map((one) => [one.id, questionName(one, lang)]));
  const groups = new Map([
    ['all', CHART_WORDS[lang].all],
    ...survey.groups.map(({ id, label }) => [id, clean(label[lang])] as const),
  ]);
  const schemes = new Map(taxonomies.map(({ id, labels }) => [id, clean(labels[lang])]));
  const common = new Map(themes.map(({ id, labels }) => [id, clean(labels[lang])]));
  const codes = new Map<string, string>();
  if (table !== 'problems' && table !== 'quality') {
    for (const taxonomy of taxonomies) {
      codes.set(taxonomy.id, WORDS[lang].anyProblem);
      for (const [id, entry] of entriesOf(taxonomy)) codes.set(id, codeName(entry, lang));
    }
  }
  const names: Readonly<Record<string, ReadonlyMap<string, string>>> = {
    ...{ round: rounds, from: rounds, to: rounds, question: questions, group: groups },
    ...{ taxonomy: schemes, theme: common, code: codes, code_a: codes, code_b: codes },
  };
  return (column, row) => {
    const written = String(row[column] ?? '');
    if (FIXED.has(column)) return fixedWord(written, table, column, lang);
    // The options of a closed question are no codes.
    if (column === 'code' && row.of === 'closed') return written;
    return names[column]?.get(written) ?? written;
  };
}

function fixedWord(word: string, table: SheetTable, column: string, lang: Lang): string {
  const words = WORDS[lang];
  if (table === 'coding' && column === 'status') {
    return CHART_WORDS[lang][word as keyof (typeof CHART_WORDS)[Lang]] ?? word;
  }
  const key = REPORT[word] ?? (column === 'rule' ? `rule-${word}` : `is-${word}`);
  return Object.hasOwn(words, key) ? words[key as WordKey] : word;
}
