/** The charts of one open question and taxonomy. */
import { drawGroups, drawPairs } from './draw-grids.ts';
import { drawPriorities } from './draw-priorities.ts';
import { drawProblems, drawSubproblems } from './draw-rankings.ts';
import { drawTrends } from './draw-trends.ts';
import { drawUnits } from './draw-units.ts';
import type { ReportModel } from './model.ts';
import type { NamedChart } from './named-chart.ts';
import type { Panel } from './panels.ts';

export function drawPanel(model: ReportModel, panel: Panel): readonly NamedChart[] {
  const outermost = model.survey.groups.filter((group) => group.within === null);
  return [
    drawProblems(model, panel),
    ...(panel.rounds.length > 1 ? [drawTrends(model, panel)] : []),
    ...outermost.flatMap((group) => drawGroups(model, panel, group)),
    ...drawUnits(model, panel),
    ...drawSubproblems(model, panel),
    ...drawPriorities(model, panel),
    ...drawPairs(model, panel),
  ];
}
