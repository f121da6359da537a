/** Every name that a report gives to codes, values, options and rounds, for the audit. */
import { confidenceText } from '../chart/captions.ts';
import type { ReportModel } from '../chart/model.ts';
import { codeName, optionName, roundName, valueName } from '../chart/names.ts';
import { clean } from '../chart/text.ts';
import { CHART_WORDS } from '../chart/words.ts';
import { STATUSES } from '../code/coding.ts';
import { normal } from '../protect/audit/normal.ts';
import type { Names, Part } from '../protect/audit.ts';
import { WORDS, type WordKey } from '../report/words.ts';
import type { Lang } from '../survey/text.ts';

/** Heads of columns by the figures below them. */
const HEADS: Readonly<Record<'share' | 'mean' | 'change', readonly WordKey[]>> = {
  share: [
    'colBase',
    'colN',
    'colShare',
    'colClosedShare',
    'colInterval',
    'colEffective',
    'colLift',
  ],
  mean: ['mean', 'meanNote', 'sd'],
  change: ['colShift', 'colDifference', 'colAdjusted'],
};

const NOTHING = { group: '', question: '', taxonomy: '' } as const;

/** By language, the first of the report first. */
export function namesIn(model: ReportModel): Names {
  const values = groupValues(model);
  const options = optionsChosen(model);
  return new Map(
    model.survey.languages.map((lang) => [lang, namesFor(model, lang, values, options)]),
  );
}

type Values = ReadonlyMap<string, ReadonlySet<string>>;

/** Gives a thing a name; a name may be that of several. */
type Add = (name: string, part: Partial<Part> & Pick<Part, 'is' | 'id'>) => void;

function namesFor(model: ReportModel, lang: Lang, values: Values, options: Values) {
  const { survey, themes } = model;
  const names = new Map<string, Part[]>();
  const add: Add = (name, part) => {
    const full = { ...NOTHING, ...part };
    for (const key of new Set([name, normal(name)])) {
      const known = names.get(key);
      if (known === undefined) names.set(key, [full]);
      else known.push(full);
    }
  };
  addCodes(model, lang, add);
  for (const { id, labels } of themes) add(clean(labels[lang]), { is: 'theme', id });
  for (const round of survey.rounds) add(roundName(round, lang), { is: 'round', id: round.id });
  for (const group of survey.groups) {
    for (const value of values.get(group.id) ?? []) {
      add(valueName(value, group, lang), { is: 'value', id: value, group: group.id });
    }
  }
  for (const question of survey.questions) {
    for (const option of options.get(question.id) ?? []) {
      add(optionName(question, option, lang), { is: 'option', id: option, question: question.id });
    }
  }
  for (const id of STATUSES) add(CHART_WORDS[lang][id], { is: 'status', id });
  addHeads(confidenceText(model), lang, add);
  return names;
}

function addCodes({ taxonomies }: ReportModel, lang: Lang, add: Add): void {
  for (const { id: taxonomy, problems } of taxonomies) {
    add(WORDS[lang].anyProblem, { is: 'code', id: taxonomy, taxonomy });
    for (const entry of problems.flatMap((one) => [one, ...one.subproblems])) {
      for (const name of new Set([codeName(entry, lang), entry.id])) {
        add(name, { is: 'code', id: entry.id, taxonomy });
      }
    }
  }
}

/** Heads of columns that hold figures, alone and with what they say of the interval. */
function addHeads(confidence: string, lang: Lang, add: Add): void {
  const words = WORDS[lang];
  const filled = (key: WordKey) => words[key].replaceAll('{confidence}', confidence);
  add(words.variantMain, { is: 'figure', id: 'share' });
  add(words.variantUnflagged, { is: 'variant', id: 'unflagged' });
  add(words.variantTerms, { is: 'variant', id: 'terms' });
  for (const [id, keys] of Object.entries(HEADS)) {
    for (const key of keys) {
      add(filled(key), { is: 'figure', id });
      add(`${filled(key)} ${filled('colInterval')}`, { is: 'figure', id });
    }
  }
}

/** By group, the values that the tables have. */
function groupValues({ survey, tables }: ReportModel): Values {
  const found = new Map(survey.groups.map(({ id }) => [id, new Set<string>()]));
  for (const rows of [tables.problems, tables.closed, tables.themes]) {
    for (const { group, value } of rows) found.get(group)?.add(value);
  }
  return found;
}

/** By question, the options that the tables have. */
function optionsChosen({ survey, tables }: ReportModel): Values {
  const found = new Map(survey.questions.map(({ id }) => [id, new Set<string>()]));
  for (const { question, option } of tables.closed) {
    if (option !== '') found.get(question)?.add(option);
  }
  return found;
}
