/** What the page's script draws charts and tables from: as much of the model as it needs. */
import type { Tables } from '../aggregate/tables.ts';
import type { ReportModel } from '../chart/model.ts';
import { roundsIn } from '../chart/panels.ts';
import { isCountedElsewhere, TALLY_ENDING } from '../survey/counted-elsewhere.ts';
import { type Question, READ_AS_FOUND, type RoundFile, type Survey } from '../survey/survey.ts';
import { LANGUAGES, type Lang, type LocalText } from '../survey/text.ts';
import type { CodeEntry, Problem, Taxonomy } from '../taxonomy/taxonomy.ts';
import { type PackedTables, packMaps, packTables, unpackMaps, unpackTables } from './packed.ts';

/** The data of a page, as JSON. */
export interface PageData {
  readonly names: unknown;
  readonly tables: PackedTables;
}

export function pageData(model: ReportModel): PageData {
  const { tables, ...names } = pageModel(model);
  const { languages } = model.survey;
  return {
    names: onlyIn(languages, packMaps(names)),
    tables: packTables(tables, model.tables),
  };
}

export function readPageData({ names, tables }: PageData): ReportModel {
  const read = unpackMaps(names) as Omit<ReportModel, 'tables'>;
  return { ...read, tables: unpackTables(tables) };
}

/**
 * The model without what no chart and no table of the page is made from: how files are read, terms
 * and examples of taxonomies, and lines of nested groups but for the latest round's.
 */
function pageModel(model: ReportModel): ReportModel {
  return {
    ...model,
    survey: publicSurvey(model.survey),
    taxonomies: model.taxonomies.map(namesIn),
    tables: pageTables(model),
  };
}

function publicSurvey(survey: Survey): Survey {
  const none = { respondent: null, stratum: null, cluster: null, fpc: null };
  return {
    ...survey,
    file: '',
    folder: '',
    // Whether there are weights is told by the report, not what their column is called.
    columns: { ...none, weight: survey.columns.weight === null ? null : [] },
    exclude: [],
    population: null,
    coding: { examples: null },
    // Of the files no more than that some were counted elsewhere.
    rounds: survey.rounds.map((round) => ({
      ...round,
      files: isCountedElsewhere(round) ? [ELSEWHERE] : [],
    })),
    groups: survey.groups.map((group) => ({ ...group, column: [], aliases: new Map() })),
    questions: survey.questions.map(publicQuestion),
  };
}

function publicQuestion(question: Question): Question {
  const plain = { missing: [], skipped: [] };
  switch (question.type) {
    case 'open':
    case 'number':
      return { ...question, ...plain, column: [] };
    case 'single':
    case 'scale':
      return { ...question, ...plain, column: [], aliases: new Map() };
    case 'multiple':
      return {
        ...question,
        ...plain,
        aliases: new Map(),
        layout: { kind: 'joined', column: [], separator: null },
      };
  }
}

const ELSEWHERE: RoundFile = { path: '', name: TALLY_ENDING, ...READ_AS_FOUND };

/** Texts in the report's languages alone. */
function onlyIn(languages: readonly Lang[], value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => onlyIn(languages, one));
  if (typeof value !== 'object' || value === null) return value;
  const isText = LANGUAGES.every((lang) => typeof (value as LocalText)[lang] === 'string');
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      !isText ? onlyIn(languages, one) : languages.includes(key as Lang) ? one : '',
    ]),
  );
}

const NO_TEXT = { 'zh-Hans': '', 'zh-Hant': '', en: '' };

function namesIn(taxonomy: Taxonomy): Taxonomy {
  const bare = <One extends CodeEntry>(one: One): One => ({
    ...one,
    definition: NO_TEXT,
    includes: [],
    excludes: [],
    terms: [],
  });
  const problem = (one: Problem) => ({ ...bare(one), subproblems: one.subproblems.map(bare) });
  return { ...taxonomy, examples: [], sha256: '', problems: taxonomy.problems.map(problem) };
}

function pageTables(model: ReportModel): Tables {
  const { tables, survey } = model;
  const outer = new Set(survey.groups.filter((one) => one.within === null).map(({ id }) => id));
  const isBroad = ({ group }: { readonly group: string }) => group === 'all' || outer.has(group);
  const latest = roundsIn(model, tables.problems).at(-1)?.id;
  return {
    ...tables,
    problems: tables.problems.filter((row) => isBroad(row) || row.round === latest),
    themes: tables.themes.filter(isBroad),
    closed: tables.closed.filter(isBroad),
    scales: tables.scales.filter(isBroad),
    trends: tables.trends.filter(isBroad),
    series: tables.series.filter(isBroad),
    scale_trends: tables.scale_trends.filter(isBroad),
    sensitivity: [],
    hygiene: [],
    personal: [],
    restated: [],
  };
}
