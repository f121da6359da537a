/** Personal data in the answers to open questions: how many people gave it, what became of it. */
import type { PersonalRow } from '../../aggregate/tables.ts';
import { questionName, roundName } from '../../chart/names.ts';
import { roundsIn } from '../../chart/panels.ts';
import { count } from '../../chart/percent.ts';
import { personalLabel } from '../../redact/labels.ts';
import { PERSONAL_TYPES } from '../../redact/personal.ts';
import { asWritten, type Context, plainly, say } from '../context.ts';
import { type Content, type Html, html } from '../html.ts';
import { hidden, table } from '../table.ts';

/** Null where no round asked an open question. */
export function personal(context: Context): Html | null {
  const { tables, survey } = context.model;
  const rows = tables.personal;
  if (rows.length === 0) return null;
  const found = rows.filter(({ n }) => n !== 0);
  const treatment = survey.privacy.personalData === 'mask' ? 'personalMask' : 'personalDrop';
  const text = say(context, 'personalFound', {
    found: plainly(context, found.length === 0 ? 'personalNone' : 'personalSome'),
    treatment: plainly(context, treatment),
  });
  return html`<h4>${plainly(context, 'personal')}</h4>
<p>${text}</p>
${found.length === 0 ? null : foundTable(context, found)}`;
}

/** One line a question and kind that somebody wrote, one column a round. */
function foundTable(context: Context, found: readonly PersonalRow[]): Html {
  const { model, lang } = context;
  const rounds = roundsIn(model, found);
  const lines = model.survey.questions.flatMap((question) =>
    PERSONAL_TYPES.flatMap((type) => {
      const own = found.filter((row) => row.question === question.id && row.type === type);
      if (own.length === 0) return [];
      const counts = rounds.map(({ id }) => cell(context, question.asked.includes(id), own, id));
      const name = asWritten(context, questionName(question, lang));
      return [{ cells: [name, personalLabel(type, lang), ...counts] }];
    }),
  );
  const columns = [
    { head: plainly(context, 'colQuestion') },
    { head: plainly(context, 'colKind') },
    ...rounds.map((round) => ({
      head: asWritten(context, roundName(round, lang)),
      numeric: true,
    })),
  ];
  const title = plainly(context, 'personal');
  return table(title, columns, lines, title);
}

function cell(
  context: Context,
  asked: boolean,
  rows: readonly PersonalRow[],
  round: string,
): Content {
  if (!asked) return plainly(context, 'notAsked');
  const row = rows.find((one) => one.round === round);
  if (row === undefined) return count(0);
  return row.n === null ? hidden(context) : count(row.n);
}
