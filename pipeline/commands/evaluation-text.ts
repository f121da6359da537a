/** An evaluation as a table for people. */
import { type EvaluationWord, evaluationWord } from '../messages/evaluation.ts';
import type { MessageLang } from '../messages.ts';
import type { Scores } from '../statistics/multilabel.ts';
import type { Evaluation, LevelEvaluation } from './evaluation.ts';

/** One line a code, then the averages, for problems and for sub-problems. */
export function evaluationText(result: Evaluation, lang: MessageLang): string {
  const word = (key: EvaluationWord, values?: Readonly<Record<string, string | number>>) =>
    evaluationWord(key, lang, values);
  const { none } = result;
  const lines = [
    word('title', { taxonomy: result.taxonomy, answers: result.answers }),
    ...(result.not_coded_by_hand > 0
      ? [word('notCoded', { count: result.not_coded_by_hand })]
      : []),
    ...levelLines(word('problems'), result.problems, word),
    ...levelLines(word('subproblems'), result.subproblems, word),
    '',
    word('none', {
      precision: figure(none.precision),
      recall: figure(none.recall),
      support: none.support,
      predicted: none.predicted,
      stated: none.answers_with_problem,
      missed: none.problems_called_none,
    }),
  ];
  return `${lines.join('\n')}\n`;
}

type Word = (key: EvaluationWord, values?: Readonly<Record<string, string | number>>) => string;

function levelLines(title: string, level: LevelEvaluation, word: Word): string[] {
  const head = (['precision', 'recall', 'f1', 'kappa', 'support', 'predicted'] as const).map(
    (key) => pad(word(key)),
  );
  const scored = (one: Scores | null) =>
    [one?.precision, one?.recall, one?.f1].map((value) => pad(figure(value ?? null)));
  const average = (key: 'micro' | 'macro', one: Scores | null) =>
    [word(key).padEnd(6), ...scored(one)].join(' ');
  return [
    '',
    [title.padEnd(6), ...head].join(' '),
    ...level.codes.map((one) =>
      [
        one.code.padEnd(8),
        ...scored(one.support + one.predicted === 0 ? null : one),
        pad(figure(one.kappa)),
        pad(String(one.support)),
        pad(String(one.predicted)),
      ].join(' '),
    ),
    average('micro', level.micro),
    average('macro', level.macro),
    word('alpha', {
      alpha: figure(level.alpha),
      low: figure(level.alpha_interval?.low ?? null),
      high: figure(level.alpha_interval?.high ?? null),
      nominal: figure(level.alpha_nominal),
      exact: figure(level.exact),
    }),
  ];
}

function figure(value: number | null): string {
  return value === null ? '–' : value.toFixed(3);
}

/** Right-aligned in eight columns; a Chinese character takes two. */
function pad(text: string): string {
  const width = [...text].reduce((sum, one) => sum + (/[\u2e80-\uffef]/.test(one) ? 2 : 1), 0);
  return ' '.repeat(Math.max(0, 8 - width)) + text;
}
