/** `canvass explain`: how one answer is coded, in words. */

import { createCoder } from '../code/coder.ts';
import type { Evidence, Explanation, Scored } from '../code/coding.ts';
import { loadLearnt } from '../code/learn/load-learnt.ts';
import { type ExplainWords, explainWords } from '../messages/explain.ts';
import type { MessageLang } from '../messages.ts';
import { loadTaxonomy } from '../taxonomy/load.ts';
import type { Taxonomy } from '../taxonomy/taxonomy.ts';
import { columnWidth, padColumns, withoutControls } from './column-width.ts';
import type { Context } from './context.ts';

/** Prints status, clauses with the evidence marked, codes, and what was ruled out and why. */
export async function explainCommand(
  text: string,
  { taxonomy }: { readonly taxonomy: string },
  { fx, lang, cwd }: Pick<Context, 'fx' | 'lang' | 'cwd'>,
): Promise<void> {
  const loaded = await loadTaxonomy(taxonomy, cwd, fx);
  const explanation = createCoder(loaded, await loadLearnt(loaded, [], fx)).explain(text);
  await fx.print(`${explanationLines(text, explanation, loaded, lang).join('\n')}\n`);
}

/** The lines printed; an answer's control characters become blanks. */
export function explanationLines(
  answer: string,
  explanation: Explanation,
  taxonomy: Taxonomy,
  lang: MessageLang,
): readonly string[] {
  const words = explainWords[lang];
  const labels = labelsOf(taxonomy, lang);
  const isScored = [...explanation.codes, ...explanation.ruledOut].some(
    (one) => one.score !== null,
  );
  const reason = reasonText(explanation, words);
  const heads = [words.answer, words.status, ...(reason === '' ? [] : [words.because])];
  const head = Math.max(...heads.map(columnWidth)) + 2;
  const codes = explanation.codes.flatMap(({ code, confidence, evidence, ...scored }) => [
    `  ${code}  ${labels.get(code) ?? ''}  ${put(words.confidence, { value: confidence.toFixed(2) })}${scoreText(scored, words)}`,
    ...evidence.map((one) => `    ${evidenceText(one, words)}`),
  ]);
  return [
    `${padColumns(words.answer, head)}${withoutControls(answer)}`,
    `${padColumns(words.status, head)}${words.statuses[explanation.status]}${explanation.byHand ? words.byHand : ''}`,
    ...(reason === '' ? [] : [`${padColumns(words.because, head)}${reason}`]),
    '',
    words.clauses,
    ...orNone(clauseLines(explanation), words),
    '',
    words.codes,
    ...orNone(codes, words),
    '',
    words.ruledOut,
    ...orNone(ruledOutLines(explanation, labels, words), words),
    ...(isScored ? ['', words.scores] : []),
  ];
}

/** Why an answer has no codes; nothing of one that has, as they are the reason. */
function reasonText({ status, decision }: Explanation, words: ExplainWords): string {
  if (decision.by === 'codes') return '';
  const why = words.decisions[decision.by][status] ?? '';
  const said = decision.words.map(({ text }) => withoutControls(text)).join(' / ');
  const { score, cutoff } = decision;
  const scores =
    score === null || cutoff === null
      ? ''
      : `  ${put(words.noneScore, { score: score.toFixed(2), cutoff: cutoff.toFixed(2) })}`;
  return `${why}${said === '' ? '' : put(words.by, { text: said })}${scores}`;
}

/** Each clause, and below it carets under the words that speak for a code. */
function clauseLines({ clauses, codes }: Explanation): readonly string[] {
  return clauses.flatMap((clause, index) => {
    const number = `  ${String(index + 1).padStart(2)}  `;
    const marks = codes.flatMap(({ code, evidence }) =>
      evidence
        .filter((one) => one.start < clause.end && one.end > clause.start)
        .map((one) => `${' '.repeat(number.length)}${caretsUnder(clause, one)} ${code}`),
    );
    return [`${number}${withoutControls(clause.text)}`, ...marks];
  });
}

/** @example caretsUnder of 没钱 in 经费没钱: four blanks, then ^^^^, as each character is two columns wide */
function caretsUnder(clause: Evidence, { start, end }: Evidence): string {
  const from = Math.max(0, start - clause.start);
  const to = Math.min(clause.text.length, end - clause.start);
  const before = columnWidth(withoutControls(clause.text.slice(0, from)));
  const under = columnWidth(withoutControls(clause.text.slice(from, to)));
  return ' '.repeat(before) + '^'.repeat(under);
}

function ruledOutLines(
  { ruledOut }: Explanation,
  labels: ReadonlyMap<string, string>,
  words: ExplainWords,
): readonly string[] {
  return ruledOut.flatMap(({ code, evidence, reason, by, ...scored }) => [
    `  ${code}  ${labels.get(code) ?? ''}`,
    `    ${evidenceText(evidence, words)}`,
    `    ${words.reasons[reason]}${by === null ? '' : put(words.by, { text: withoutControls(by.text) })}${scoreText(scored, words)}`,
  ]);
}

/** Nothing where no score took part. */
function scoreText({ score, cutoff }: Scored, words: ExplainWords): string {
  if (score === null || cutoff === null) return '';
  return `  ${put(words.score, { score: score.toFixed(2), cutoff: cutoff.toFixed(2) })}`;
}

/** Characters are counted from 1, as people do. */
function evidenceText({ text, start, end }: Evidence, words: ExplainWords): string {
  return put(words.evidence, { text: withoutControls(text), start: start + 1, end });
}

function labelsOf(taxonomy: Taxonomy, lang: MessageLang): ReadonlyMap<string, string> {
  return new Map(
    taxonomy.problems.flatMap((problem) =>
      [problem, ...problem.subproblems].map((entry) => [entry.id, entry.labels[lang]] as const),
    ),
  );
}

function orNone(lines: readonly string[], words: ExplainWords): readonly string[] {
  return lines.length > 0 ? lines : [`  ${words.none}`];
}

/** Unlike the catalogue's `fill` this does not shorten: an explanation shows its text whole. */
function put(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
