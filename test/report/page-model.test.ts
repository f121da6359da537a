/** What the page's script has to draw from: as good as all, and nothing else. */
import { expect, test } from '@jest/globals';
import { drawCharts } from '../../pipeline/chart/charts.ts';
import { contextsOf } from '../../pipeline/report/context.ts';
import { section } from '../../pipeline/report/figure.ts';
import { FOLLOWING } from '../../pipeline/report/following.ts';
import { pageData, readPageData } from '../../pipeline/report/page-model.ts';
import { modelIn } from '../../pipeline/report/view.ts';
import { MANIFEST, MODEL } from './model.ts';

/** As the browser reads it. */
function carried() {
  return readPageData(JSON.parse(JSON.stringify(pageData(MODEL))));
}

test('what the page carries makes the very charts that the report was made with', () => {
  const plain = (charts: ReturnType<typeof drawCharts>) => JSON.parse(JSON.stringify(charts));
  expect(plain(drawCharts(carried()))).toEqual(plain(drawCharts(MODEL)));
});

test('the choice of all respondents in the latest round makes the very sections of the report', () => {
  const model = carried();
  const latest = model.survey.rounds.at(-1)!.id;
  const sectionsOf = (one: typeof MODEL) =>
    contextsOf(one, drawCharts(one), MANIFEST, new Map()).map((context) =>
      FOLLOWING.map(({ make }) => {
        const made = make(context);
        return made === null ? null : section(made, context.lang).toString();
      }),
    );
  expect(sectionsOf(modelIn(model, { round: latest, place: null }))).toEqual(sectionsOf(MODEL));
});

test('carries no term, no example, no column of a file, no path and no definition', () => {
  const text = JSON.stringify(pageData(MODEL).names);
  const { survey, taxonomies } = MODEL;
  expect(text).not.toContain(survey.folder === '' ? '\u0000' : survey.folder);
  expect(text).not.toMatch(/"(?:terms|examples|includes|excludes|column)":\["/);
  for (const { definition } of taxonomies.flatMap(({ problems }) => problems)) {
    if (definition['zh-Hans'] !== '') expect(text).not.toContain(definition['zh-Hans']);
  }
});

test('carries names and tables alone: no hash of a file, no setting', () => {
  expect(Object.keys(pageData(MODEL)).sort()).toEqual(['names', 'tables']);
});

test('a view of one group shows the figures of its people, and of nobody else', () => {
  const [group] = MODEL.survey.groups;
  const own = MODEL.tables.problems.filter((row) => row.group === group!.id);
  const { value, round } = own.at(-1)!;
  const shown = modelIn(MODEL, { round, place: { group: group!.id, value } });
  const wanted = own
    .filter((row) => row.value === value)
    .map(({ n, base, share }) => [n, base, share]);
  expect(shown.tables.problems.map(({ n, base, share }) => [n, base, share])).toEqual(wanted);
  expect(new Set(shown.tables.problems.map((row) => row.group))).toEqual(new Set(['all']));
  expect(shown.tables.pairs).toEqual([]);
});

test('a view of a round knows nothing of later ones', () => {
  const [first, second] = MODEL.survey.rounds;
  const { survey, tables } = modelIn(MODEL, { round: second!.id, place: null });
  expect(survey.rounds.map(({ id }) => id)).toEqual([first!.id, second!.id]);
  const rounds = new Set([
    ...tables.problems.map((row) => row.round),
    ...tables.trends.flatMap((row) => [row.from, row.to]),
    ...tables.closed.map((row) => row.round),
  ]);
  expect([...rounds].sort()).toEqual([first!.id, second!.id]);
  expect(tables.series).toEqual([]);
});
