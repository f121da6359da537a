/** The charts of common themes, and of what became of the answers. */
import type { ThemeRow } from '../aggregate/tables.ts';
import { STATUSES } from '../code/coding.ts';
import type { Group, OpenQuestion, Round } from '../survey/survey.ts';
import type { Lang } from '../survey/text.ts';
import type { Theme } from '../taxonomy/taxonomy.ts';
import { confidenceText, rankingReading } from './captions.ts';
import { MOST_COLUMNS } from './draw-grids.ts';
import { heatmapChart, heatmapWidth } from './heatmap.ts';
import type { ReportModel } from './model.ts';
import { type NamedChart, nameChart } from './named-chart.ts';
import { questionName, roundName, valueName } from './names.ts';
import { type Panel, previousOf, roundsIn } from './panels.ts';
import { rankingChart } from './ranking.ts';
import { type StackRow, stackChart } from './stacks.ts';
import { clean } from './text.ts';
import { TEAL } from './theme.ts';
import { CHART_WORDS, fillIn, joinReadings } from './words.ts';

/** Results by theme of one question. */
export interface ThemeView {
  readonly question: OpenQuestion;
  readonly rows: readonly ThemeRow[];
  readonly latest: Round;
  readonly previous: Round | null;
  /** The most common of the latest round first, hidden ones last. */
  readonly themes: readonly Theme[];
}

/**
 * Every open question that has results by theme of several taxonomies: of one alone, themes are its
 * problems once more.
 */
export function themeViews(model: ReportModel, panels: readonly Panel[]): readonly ThemeView[] {
  return model.survey.questions.flatMap((question) => {
    if (question.type !== 'open') return [];
    if (panels.filter((panel) => panel.question === question).length < 2) return [];
    const rows = model.tables.themes.filter((row) => row.question === question.id);
    const rounds = roundsIn(model, rows);
    const latest = rounds.at(-1);
    if (latest === undefined) return [];
    const shares = new Map(
      rows
        .filter((row) => row.round === latest.id && row.group === 'all')
        .map((row) => [row.theme, row.share ?? -1] as const),
    );
    const themes = model.themes
      .filter((theme) => shares.has(theme.id))
      .toSorted((a, b) => (shares.get(b.id) ?? -1) - (shares.get(a.id) ?? -1));
    return themes.length === 0
      ? []
      : [{ question, rows, latest, previous: previousOf(model, rounds), themes }];
  });
}

export function drawThemes(model: ReportModel, panels: readonly Panel[]): readonly NamedChart[] {
  const outermost = model.survey.groups.filter((group) => group.within === null);
  return themeViews(model, panels).flatMap((view) => [
    drawThemeRanking(model, view),
    ...outermost.flatMap((group) => drawThemeGroups(view, group)),
  ]);
}

export function themeRow(
  view: ThemeView,
  theme: string,
  round: string | undefined,
): ThemeRow | null {
  return (
    view.rows.find((row) => row.theme === theme && row.round === round && row.group === 'all') ??
    null
  );
}

function drawThemeRanking(model: ReportModel, view: ThemeView): NamedChart {
  return nameChart({ kind: 'themes', question: view.question.id }, (lang) => {
    const words = CHART_WORDS[lang];
    const rows = view.themes.flatMap((theme) => {
      const figures = themeRow(view, theme.id, view.latest.id);
      const previous = themeRow(view, theme.id, view.previous?.id);
      return figures === null
        ? []
        : [
            {
              label: clean(theme.labels[lang]),
              level: 1 as const,
              figures,
              previous,
              beside: null,
            },
          ];
    });
    return {
      title: fillIn(words.themesTitle, {
        question: questionName(view.question, lang),
        round: roundName(view.latest, lang),
      }),
      reading: joinReadings(
        lang,
        rankingReading(
          lang,
          confidenceText(model),
          rows.map((row) => row.figures),
          view.previous,
        ),
      ),
      spec: (texts) =>
        rankingChart(rows, {
          ...texts,
          lang,
          axis: words.shareAxis,
          share: words.share,
          colour: TEAL,
          rowTitle: words.theme,
        }),
    };
  });
}

function drawThemeGroups(view: ThemeView, group: Group): readonly NamedChart[] {
  const rows = view.rows.filter((row) => row.group === group.id && row.round === view.latest.id);
  const values = [...new Set(rows.map((row) => row.value))];
  if (values.length === 0 || values.length > MOST_COLUMNS) return [];
  const rowsIn = (lang: Lang) => view.themes.map((theme) => clean(theme.labels[lang]));
  const columnsIn = (lang: Lang) => values.map((value) => valueName(value, group, lang));
  return [
    nameChart(
      { kind: 'theme-groups', question: view.question.id, group: group.id },
      (lang) => {
        const words = CHART_WORDS[lang];
        return {
          title: fillIn(words.themeGroupsTitle, {
            question: questionName(view.question, lang),
            group: clean(group.label[lang]),
            round: roundName(view.latest, lang),
          }),
          reading: joinReadings(lang, [words.groupsReading, words.hiddenReading]),
          spec: (texts) =>
            heatmapChart(
              rowsIn(lang),
              columnsIn(lang),
              view.themes.map((theme) =>
                values.map((value) => {
                  const row = rows.find((one) => one.theme === theme.id && one.value === value);
                  return row === undefined ? null : { ...row, strength: null };
                }),
              ),
              {
                ...texts,
                lang,
                colour: TEAL,
                rowTitle: words.theme,
                columnTitle: words.group,
              },
            ),
        };
      },
      (lang) => heatmapWidth(rowsIn(lang), columnsIn(lang)),
    ),
  ];
}

const NO_MEANS = { mean: null, before: null } as const;
/** From dark to light. */
const STATUS_COLOURS = ['#1f5f96', '#c58a2d', '#9cc7a5', '#cdd2d8', '#e9ebee'] as const;

/** Statuses as shares of the rows used; a round with a hidden count is not drawn. */
export function drawCoding(model: ReportModel): readonly NamedChart[] {
  return model.survey.questions.flatMap((question) => {
    if (question.type !== 'open') return [];
    const rows = model.tables.coding.filter((row) => row.question === question.id);
    if (rows.length === 0) return [];
    const { rounds } = model.survey;
    return [
      nameChart({ kind: 'coding', question: question.id }, (lang) => {
        const words = CHART_WORDS[lang];
        const lines = rounds.map((round): StackRow => {
          const label = roundName(round, lang);
          if (!question.asked.includes(round.id)) {
            return {
              ...NO_MEANS,
              label,
              question: question.id,
              base: null,
              status: 'not-asked',
              shares: null,
            };
          }
          const counts = STATUSES.map(
            (status) => rows.find((row) => row.round === round.id && row.status === status) ?? null,
          );
          const total = counts.reduce((sum, row) => sum + (row?.n ?? 0), 0);
          const hidden = counts.some((row) => row !== null && row.n === null);
          const status = hidden ? ('suppressed' as const) : ('no-base' as const);
          return {
            ...NO_MEANS,
            label,
            question: question.id,
            base: hidden ? null : total,
            status: hidden || total === 0 ? status : ('shown' as const),
            shares: hidden || total === 0 ? null : counts.map((row) => (row?.n ?? 0) / total),
          };
        });
        return {
          title: fillIn(words.codingTitle, { question: questionName(question, lang) }),
          reading: joinReadings(lang, [words.codingReading]),
          spec: (texts) =>
            stackChart(
              lines,
              STATUSES.map((status) => words[status]),
              {
                ...texts,
                lang,
                rowTitle: words.round,
                partTitle: words.option,
                heads: { figure: '', before: '' },
                colours: STATUS_COLOURS,
                diverging: false,
              },
            ),
        };
      }),
    ];
  });
}
