/** The made-up survey with every name of the data replaced by something that tries to run. */
import type { ReportModel } from '../../pipeline/chart/charts.ts';
import { type LocalText, sameInAll } from '../../pipeline/survey/text.ts';
import { PAYLOADS } from './payloads.ts';

/** Same survey, same figures, other names: each a payload, one after the other. */
export function hostile(model: ReportModel, payloads: readonly string[] = PAYLOADS): ReportModel {
  let turn = 0;
  const text = (): string => payloads[turn++ % payloads.length] ?? '';
  const local = (): LocalText => sameInAll(text());
  const { survey, tables } = model;
  const values = new Map<string, string>();
  const renamed = (value: string) => {
    if (value === '') return '';
    if (!values.has(value))
      values.set(value, value.includes('/') ? `${text()}/${text()} ${turn}` : `${text()} ${turn}`);
    return values.get(value) ?? '';
  };
  return {
    recurring: model.recurring,
    survey: {
      ...survey,
      title: local(),
      issuer: local(),
      marking: local(),
      note: local(),
      rounds: survey.rounds.map((round) => ({ ...round, label: local() })),
      groups: survey.groups.map((group) => ({ ...group, label: local() })),
      questions: survey.questions.map((question) => ({ ...question, label: local() })),
    },
    taxonomies: model.taxonomies.map((taxonomy) => ({
      ...taxonomy,
      labels: local(),
      problems: taxonomy.problems.map((problem) => ({
        ...problem,
        labels: local(),
        definition: local(),
        includes: [local()],
        subproblems: problem.subproblems.map((part) => ({ ...part, labels: local() })),
      })),
    })),
    themes: model.themes.map((theme) => ({ ...theme, labels: local() })),
    tables: {
      ...tables,
      problems: tables.problems.map((row) => ({ ...row, value: renamed(row.value) })),
      themes: tables.themes.map((row) => ({ ...row, value: renamed(row.value) })),
      trends: tables.trends.map((row) => ({ ...row, value: renamed(row.value) })),
      closed: tables.closed.map((row) =>
        row.type === 'scale' ? row : { ...row, option: renamed(row.option) },
      ),
      quality: tables.quality.map((row) => ({ ...row, label: text() })),
      uncoded: tables.uncoded.map((row) => ({ ...row, phrase: text() })),
      quotes: tables.quotes.map((row) => ({ ...row, quote: text() })),
      rows: tables.rows.map((row) => ({ ...row, file: text() })),
    },
  };
}
