/** Choosing a round and a group; hidden until the script shows it, which does what is chosen. */
import { valueName } from '../chart/names.ts';
import { type Context, plainly, translated } from './context.ts';
import { choicesIn } from './following.ts';
import { type Content, type Html, html } from './html.ts';

export function controls(context: Context): Html {
  const { survey, tables } = context.model;
  const rounds = survey.rounds.filter(({ id }) => tables.rows.some((row) => row.round === id));
  const latest = rounds.at(-1)?.id;
  const choices = choicesIn(context.model);
  // Numbers stand for what is chosen: nothing of the data is read back from the page.
  const options = rounds.map(
    ({ id, label }) =>
      html`<option value="${survey.rounds.findIndex((one) => one.id === id)}"${id === latest ? html` selected` : null}>${translated(context, label)}</option>`,
  );
  return html`<form class="controls" aria-label="${plainly(context, 'choose')}" hidden>
${rounds.length > 1 ? select(context, 'round', 'chooseRound', options) : null}${
  choices.length === 0
    ? null
    : select(context, 'place', 'chooseGroup', [
        html`<option value="" selected>${plainly(context, 'allPeople')}</option>`,
        ...choices.map(
          ({ group, values }, i) =>
            html`<optgroup label="${group.label[context.lang]}">${values.map((value, j) => html`<option value="${i} ${j}">${valueName(value, group, context.lang)}</option>`)}</optgroup>`,
        ),
      ])
}<button type="button" class="print">${plainly(context, 'print')}</button>
<output class="chosen"></output></form>
`;
}

function select(
  context: Context,
  name: string,
  label: 'chooseRound' | 'chooseGroup',
  options: readonly Content[],
): Html {
  return html`<label>${plainly(context, label)} <select name="${name}">${options}</select></label>
`;
}
