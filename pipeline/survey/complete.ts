/** SurveySpec -> Survey: every default lives here, and every check that spans several keys. */
import { isAbsolute, resolve } from 'node:path';
import { listed, type Problem, problem } from '../errors.ts';
import type { MessageKey } from '../messages.ts';
import { leadsOut } from '../paths.ts';
import { completeFiles } from './complete-files.ts';
import { completeQuestion } from './complete-question.ts';
import { inAllLanguages } from './local-text.ts';
import { checkOrder, roundDate } from './round-dates.ts';
import type { SurveySpec } from './schema.ts';
import type { ColumnNames, Columns, Group, NamedFile, Round, Survey } from './survey.ts';
import { LANGUAGES, type LocalText, sameInAll } from './text.ts';
import { at, type KeyPath, type YamlFile } from './yaml.ts';

type TextSpec = SurveySpec['title'];

/** What completing needs besides the spec. */
export interface Context {
  readonly yaml: YamlFile;
  readonly folder: string;
  /** Problems are collected here. */
  report(one: Problem): void;
}

/** Makes a complete Survey; what is wrong goes to `context.report`. */
export function completeSurvey(spec: SurveySpec, file: string, context: Context): Survey {
  const groups = (spec.groups ?? []).map(
    (one): Group => ({
      id: one.id,
      label: localText(one.label ?? one.id),
      column: columnNames(one.column ?? one.id),
      within: one.within ?? null,
      aliases: new Map(Object.entries(one.aliases ?? {})),
    }),
  );
  checkGroups(groups, context);
  const rounds = spec.rounds.map((one, i) => completeRound(one, i, context));
  checkRoundIds(rounds, context);
  checkOrder(rounds, context);
  checkUnique(
    rounds.map((one) => one.id),
    'rounds',
    context,
  );
  checkUnique(
    spec.questions.map((one) => one.id),
    'questions',
    context,
  );
  const names = (given: string | string[] | undefined) =>
    given === undefined ? null : columnNames(given);
  const columns: Columns = {
    respondent: names(spec.columns?.respondent),
    weight: names(spec.columns?.weight),
    stratum: names(spec.columns?.stratum),
    cluster: names(spec.columns?.cluster),
    fpc: names(spec.columns?.fpc),
  };
  return {
    file,
    folder: context.folder,
    title: localText(spec.title),
    issuer: optional(spec.issuer),
    date: spec.date ?? null,
    marking: optional(spec.marking),
    note: optional(spec.note),
    languages: [...new Set(spec.languages ?? LANGUAGES)],
    rounds,
    columns,
    exclude: Object.entries(spec.exclude ?? {}).map(([column, values]) => ({
      column,
      values: list(values),
    })),
    groups,
    questions: spec.questions.map((one, i) =>
      completeQuestion(one, i, { groups, rounds: rounds.map(({ id }) => id) }, context),
    ),
    privacy: {
      minimum: spec.privacy?.minimum ?? 5,
      quotes: spec.privacy?.quotes ?? 'none',
      personalData: spec.privacy?.personal_data ?? 'mask',
    },
    statistics: {
      confidence: spec.statistics?.confidence ?? 0.95,
      interval: spec.statistics?.interval ?? 'wilson',
      correction: spec.statistics?.correction ?? 'BH',
    },
    weighting: completeWeighting(spec, groups, context),
    population: populationFile(spec, context),
    panel: completePanel(spec, context),
    hygiene: {
      duplicates: spec.hygiene?.duplicates ?? 'flag',
      straight_lining: spec.hygiene?.straight_lining ?? 'flag',
      speed: spec.hygiene?.speed ?? 'flag',
      contradictions: spec.hygiene?.contradictions ?? 'flag',
      identical: spec.hygiene?.identical ?? 'flag',
    },
    coding: { examples: handCodesFile(spec, context) },
    maximumSetAside: spec.maximum_set_aside ?? 0.05,
  };
}

/** A text in every language: one given plainly serves all. */
export function localText(spec: TextSpec): LocalText {
  return typeof spec === 'string' ? sameInAll(spec) : (inAllLanguages(spec) ?? sameInAll(''));
}

function optional(spec: TextSpec | undefined): LocalText | null {
  return spec === undefined ? null : localText(spec);
}

export function columnNames(spec: string | readonly string[]): ColumnNames {
  return typeof spec === 'string' ? [spec] : spec;
}

export function list(spec: string | readonly string[] | undefined): readonly string[] {
  return spec === undefined ? [] : typeof spec === 'string' ? [spec] : spec;
}

function completeRound(spec: SurveySpec['rounds'][number], i: number, context: Context): Round {
  const files = completeFiles(spec.files ?? [], i, context);
  checkUnique(
    files.map((one) => one.name),
    `rounds[${i + 1}].files`,
    context,
    ['rounds', i, 'files'],
  );
  const label = localText(spec.label ?? spec.id);
  return { id: spec.id, label, date: roundDate(spec.date, i, context), files };
}

/** The file of hand-coded answers, which need an open question to be of use. */
function handCodesFile(spec: SurveySpec, context: Context): NamedFile | null {
  const name = spec.coding?.examples;
  if (name === undefined) return null;
  const key: KeyPath = ['coding', 'examples'];
  if (!spec.questions.some((one) => one.type === 'open')) {
    context.report(problem('hand-codes-unneeded', at(context.yaml, key)));
  }
  return { path: inside(name, key, context), name };
}

function populationFile({ population }: SurveySpec, context: Context): NamedFile | null {
  if (population === undefined) return null;
  return { path: inside(population, ['population'], context), name: population };
}

/** The same people are known by their ids. */
function completePanel({ panel = false, columns }: SurveySpec, context: Context): boolean {
  if (panel && columns?.respondent === undefined) {
    context.report(problem('panel-no-id', at(context.yaml, ['panel'])));
  }
  return panel;
}

/** Computed weights need head-counts, and groups to have them by. */
function completeWeighting(
  spec: SurveySpec,
  groups: readonly Group[],
  context: Context,
): Survey['weighting'] {
  const { method = 'none', by = [], trim } = spec.weighting ?? {};
  const report = (key: KeyPath, name: MessageKey, values: Record<string, string> = {}) =>
    context.report(problem(name, at(context.yaml, key), values));
  const ids = groups.map((one) => one.id);
  if (method !== 'none') {
    if (spec.population === undefined) report(['weighting', 'method'], 'weighting-no-population');
    if (by.length === 0) report(['weighting'], 'weighting-by', { by: '', ids: ids.join(', ') });
    by.forEach((id, i) => {
      if (ids.includes(id)) return;
      report(['weighting', 'by', i], 'weighting-by', { by: id, ids: ids.join(', ') });
    });
  }
  return { method, by, trim: trim ?? null };
}

/** Resolves a path against survey.yaml's folder, which it may not leave. */
export function inside(path: string, key: KeyPath, context: Context): string {
  const resolved = resolve(context.folder, path);
  if (isAbsolute(path) || leadsOut(context.folder, resolved)) {
    context.report(problem('path-outside', at(context.yaml, key), { path }));
  }
  return resolved;
}

function checkUnique(
  ids: readonly string[],
  name: string,
  context: Context,
  path: KeyPath = [name],
): void {
  ids.forEach((one, i) => {
    if (ids.indexOf(one) !== i) {
      context.report(problem('duplicate-id', at(context.yaml, [...path, i]), { id: one }));
    }
  });
}

/** A round's id names a file: without what a file system refuses, and not too long. */
function checkRoundIds(rounds: readonly Round[], context: Context): void {
  rounds.forEach(({ id }, i) => {
    const fit = /^[^\\/:*?"<>|\u0000-\u001f.][^\\/:*?"<>|\u0000-\u001f]{0,49}$/u.test(id);
    const twin = rounds.findIndex((one) => one.id.toLowerCase() === id.toLowerCase());
    if (!fit || (twin < i && rounds[twin]!.id !== id)) {
      context.report(problem('bad-round-id', at(context.yaml, ['rounds', i, 'id']), { id }));
    }
  });
}

function checkGroups(groups: readonly Group[], context: Context): void {
  checkUnique(
    groups.map((one) => one.id),
    'groups',
    context,
  );
  const ids = groups.map((one) => one.id);
  groups.forEach((one, i) => {
    if (one.id === 'all' || one.id.startsWith('~')) {
      context.report(problem('reserved-id', at(context.yaml, ['groups', i, 'id']), { id: one.id }));
    }
    if (one.within === null) return;
    // A parent stands before its child, so that nesting cannot run in a circle.
    if (!ids.slice(0, i).includes(one.within)) {
      context.report(
        problem('unknown-group', at(context.yaml, ['groups', i, 'within']), {
          group: one.within,
          valid: listed(one.within, ids.slice(0, i)),
        }),
      );
    }
  });
}
