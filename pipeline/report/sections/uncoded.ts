/** What the answers speak of that no code fits: words that may be published, without figures. */
import { unitGroups } from '../../aggregate/uncoded/units.ts';
import { panelName } from '../../chart/captions.ts';
import { roundName } from '../../chart/names.ts';
import type { Panel } from '../../chart/panels.ts';
import { count } from '../../chart/percent.ts';
import { groupBy } from '../../group-by.ts';
import { isCountedElsewhere } from '../../survey/counted-elsewhere.ts';
import { SAMPLE_SIZE } from '../../tally/sample.ts';
import { asWritten, type Context, plainly, say, translated } from '../context.ts';
import { elsewhereNote } from '../elsewhere.ts';
import type { Section } from '../figure.ts';
import { type Html, html, join } from '../html.ts';
import { table } from '../table.ts';

/** Null where no open question has results. */
export function uncoded(context: Context): Section | null {
  if (context.panels.length === 0) return null;
  const { survey } = context.model;
  const groups = unitGroups(survey).map((place) => survey.groups[place]!);
  const latest = [...new Set(context.panels.map((panel) => panel.latest))];
  const note = elsewhereNote(context, latest, 'notAvailable');
  const id = 'uncoded';
  const title = plainly(context, 'uncoded');
  const atHand = context.panels.filter((panel) => !isCountedElsewhere(panel.latest));
  if (atHand.length === 0) return { id, title, body: note };
  const rule = say(context, 'uncodedRule', {
    minimum: survey.privacy.minimum,
    group: join(
      groups.map((group) => translated(context, group.label)),
      plainly(context, 'listComma'),
    ),
  });
  return {
    id,
    title,
    body: html`<p>${say(context, 'uncodedIntro', { most: count(SAMPLE_SIZE) })}</p>
<p>${groups.length === 0 ? say(context, 'uncodedNoGroups') : rule}</p>
<p>${say(context, 'uncodedCheck')}</p>
${groups.length === 0 ? null : atHand.map((panel) => phrases(context, panel))}${note}`,
  };
}

/** The phrases of the latest round, a line a theme. */
function phrases(context: Context, panel: Panel): Html {
  const rows = context.model.tables.uncoded.filter(
    (row) =>
      row.question === panel.question.id &&
      row.taxonomy === panel.taxonomy.id &&
      row.round === panel.latest.id,
  );
  const values = {
    panel: panelName(context.model, panel, context.lang),
    round: asWritten(context, roundName(panel.latest, context.lang)),
  };
  if (rows.length === 0) return html`<p>${say(context, 'uncodedNone', values)}</p>`;
  const themes = [...groupBy(rows, (row) => String(row.theme))];
  return table(
    say(context, 'uncodedCaption', values),
    [{ head: plainly(context, 'colSet') }, { head: plainly(context, 'colPhrases') }],
    themes.map(([theme, own]) => ({
      cells: [
        theme,
        join(
          own.map((row) => asWritten(context, row.phrase)),
          plainly(context, 'listComma'),
        ),
      ],
    })),
    `${plainly(context, 'uncoded')} – ${values.panel}`,
  );
}
