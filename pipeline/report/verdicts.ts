/** All verdicts that the published tables bear: data, from which `sentences.ts` makes text. */
import type { ReportModel } from '../chart/model.ts';
import type { Panel } from '../chart/panels.ts';
import { changeVerdicts } from './verdicts/changes.ts';
import { groupVerdicts } from './verdicts/groups.ts';
import { pairOf } from './verdicts/pairs.ts';
import { anyProblemOf, rankingOf, uncodedOf } from './verdicts/ranking.ts';
import { scaleVerdicts } from './verdicts/scales.ts';
import { trendVerdicts } from './verdicts/trends.ts';
import type { Verdict } from './verdicts/verdict.ts';

/**
 * What may be said of the latest round, how it came from the round before, the rounds as a whole
 * and the groups: panel by panel, then the scales.
 *
 * A direction rests on an adjusted test, never on which of two shares is larger. Figures are those
 * of shown rows, unrounded; hidden rows enter only by the name of what is not said.
 */
export function verdictsOf(model: ReportModel, panels: readonly Panel[]): readonly Verdict[] {
  const outermost = model.survey.groups.filter((group) => group.within === null);
  return [
    ...panels.flatMap((panel, at) => {
      // The answers' fate is that of the whole question: told once, with its first panel.
      const isFirst = panels.findIndex(({ question }) => question === panel.question) === at;
      return [
        rankingOf(model, panel),
        ...changeVerdicts(model, panel),
        ...trendVerdicts(model, panel),
        ...outermost.flatMap((group) => groupVerdicts(model, panel, group)),
        pairOf(model, panel),
        anyProblemOf(panel),
        isFirst ? uncodedOf(model, panel) : null,
      ].filter((one) => one !== null);
    }),
    ...scaleVerdicts(model),
  ];
}
