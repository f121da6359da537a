/** Closed questions, with the open answers' share of a linked problem beside. */
import { closedRows } from '../../chart/closed-rows.ts';
import { besideOf, optionOrder } from '../../chart/draw-closed.ts';
import { scaleBlocks } from '../../chart/draw-scales.ts';
import { optionName, questionName, roundName } from '../../chart/names.ts';
import { roundsIn } from '../../chart/panels.ts';
import type {
  ClosedQuestion,
  MultipleQuestion,
  Question,
  SingleQuestion,
} from '../../survey/survey.ts';
import { asWritten, type Context, findChart, plainly, say } from '../context.ts';
import { figure, ofQuestion, type Section } from '../figure.ts';
import { type Content, type Html, html } from '../html.ts';
import { notAskedNote } from '../not-asked.ts';
import { sentenceList } from '../sentences.ts';
import { figureCells, figureColumns, shareCell, table } from '../table.ts';
import { means, scaleTables } from './scales.ts';

/** Null where the survey has no closed questions with results. */
export function closed(context: Context): Section | null {
  const blocks = scaleBlocks(context.model);
  const parts = inOrder(context.model.survey.questions).flatMap((question) => {
    // Scales that are alike have one chart, in the place of the first.
    const block = blocks.find(({ questions }) => questions.some(({ id }) => id === question.id));
    if (block !== undefined && block.questions[0]?.id !== question.id) return [];
    return partOf(context, block?.questions ?? [question]);
  });
  if (parts.length === 0) return null;
  return {
    id: 'closed',
    title: plainly(context, 'closed'),
    body: html`<p>${say(context, 'closedIntro')}</p>
${parts}`,
  };
}

/** Scales and multiple choices first; what single choices and numbers tell of is who answered. */
function inOrder(questions: readonly Question[]): readonly ClosedQuestion[] {
  const all = questions.filter((one) => one.type !== 'open');
  const isAbout = ({ type }: ClosedQuestion) => type === 'single' || type === 'number';
  return [...all.filter((one) => !isAbout(one)), ...all.filter(isAbout)];
}

/** A chart with the tables, sentences and notes of its questions. */
function partOf(context: Context, questions: readonly ClosedQuestion[]): readonly Content[] {
  const [first] = questions as [ClosedQuestion];
  const tables = questions.flatMap((one) => {
    const own = tablesOf(context, one);
    return own === null ? [] : [ofQuestion(one, own)];
  });
  if (first.type === 'scale' && tables.length > 0) {
    tables.push(html`<p class="aside">${say(context, 'scaleNote')}</p>`);
  }
  const notes = questions.map((one) => notAskedNote(context, one));
  const chart = findChart(context, { kind: 'closed', question: first.id });
  const told = sentenceList(
    context,
    context.verdicts.filter((one) => questions.some(({ id }) => id === one.question)),
  );
  if (chart !== null) return [[told, figure(context, chart, tables), notes]];
  if (tables.length === 0) return [];
  const name = asWritten(context, questionName(first, context.lang));
  return [html`<h3>${name}</h3>${told}${tables}${notes}`];
}

function tablesOf(context: Context, question: ClosedQuestion): Content {
  if (question.type === 'number') return means(context, question);
  if (question.type === 'scale') {
    return [scaleTables(context, question), means(context, question)];
  }
  return optionsTable(context, question);
}

function optionsTable(context: Context, question: SingleQuestion | MultipleQuestion): Html | null {
  const rows = closedRows(context.model, question);
  const latest = roundsIn(context.model, rows).at(-1);
  if (latest === undefined) return null;
  const linked = question.links.size > 0;
  const lines = optionOrder(question, rows, latest).map((row) => ({
    cells: [
      asWritten(context, optionName(question, row.option, context.lang)),
      ...figureCells(context, row),
      ...(linked
        ? [shareCell(context, besideOf(context.panels, question, row.option, latest.id))]
        : []),
    ],
  }));
  return table(
    html`${asWritten(context, questionName(question, context.lang))} · ${asWritten(context, roundName(latest, context.lang))}`,
    [
      { head: plainly(context, 'options') },
      ...figureColumns(
        context,
        'colClosedShare',
        say(context, 'colInterval', { confidence: context.confidence }),
      ),
      ...(linked ? [{ head: plainly(context, 'openShare'), numeric: true }] : []),
    ],
    lines,
    questionName(question, context.lang),
  );
}
