/** All charts of a report. */
import { drawClosed } from './draw-closed.ts';
import { drawPanel } from './draw-open.ts';
import { drawCoding, drawThemes } from './draw-others.ts';
import type { ReportModel } from './model.ts';
import { type NamedChart, withDistinctNames } from './named-chart.ts';
import { panelsOf } from './panels.ts';

export type { ReportModel } from './model.ts';
export type { NamedChart } from './named-chart.ts';

/** Draws every chart the tables have data for, in the report's order. Pure. */
export function drawCharts(model: ReportModel): readonly NamedChart[] {
  const panels = panelsOf(model);
  return withDistinctNames([
    ...panels.flatMap((panel) => drawPanel(model, panel)),
    ...drawClosed(model, panels),
    ...drawThemes(model, panels),
    ...drawCoding(model),
  ]);
}
