/** The oracle before the tables of one round, as published. */
import type { CountTables } from '../../pipeline/aggregate/tables.ts';
import { oracle, type Secret, type Seen, type Sum, sumOf, sumTogether } from './oracle.ts';
import { type Figure, figuresOf } from './oracle-figures.ts';
import { closedWords, type Kind, openWords, subsetsOf } from './oracle-kinds.ts';
import { type MadeSurvey, UNITS } from './oracle-surveys.ts';

/** What an oracle has to go by, and what it looks for. */
interface Question {
  readonly kinds: readonly Kind[];
  readonly known: readonly Figure[];
  readonly ties: readonly Sum[];
  readonly secrets: readonly Secret[];
  readonly minimum: number;
}

/** Every hidden count that is not safe. @throws Error where a range does not hold the true count */
export function seenByOracle(made: MadeSurvey): Seen {
  const { kinds, known, ties, secrets, minimum } = questionOf(made);
  const seen = oracle(kinds, known, ties, secrets, minimum);
  const truth = new Map(figuresIn(made, made.before).map(({ name, n }) => [name, n!]));
  for (const { name, low, high } of seen.narrow) {
    const n = truth.get(name)!;
    if (n < low || n > high) throw new Error(`${name} is ${n}, not ${low} to ${high}`);
  }
  return seen;
}

/** The fewest shown figures that give a hidden one away, in words to read. */
export function whatTells(made: MadeSurvey, name: string): readonly string[] {
  const { kinds, known, ties, secrets, minimum } = questionOf(made);
  const wanted = secrets.filter((one) => one.name === name);
  return known
    .reduce((left, figure) => {
      const fewer = left.filter((one) => one !== figure);
      return oracle(kinds, fewer, ties, wanted, minimum).narrow.length > 0 ? fewer : left;
    }, known)
    .map((one) => `${one.name} = ${one.n}`);
}

function questionOf(made: MadeSurvey): Question {
  const { minimum } = made.survey.privacy;
  const kinds = kindsOf(made);
  const shown = figuresIn(made, made.published).filter(({ n }) => n !== null);
  const known = new Map(shown.map((one) => [one.name, one]));
  const isSecret = ({ n, isBase }: Figure) => !isBase || (n! > 0 && n! < minimum);
  const hidden = new Map(
    figuresIn(made, made.before)
      .filter((one) => !known.has(one.name) && one.n !== null && isSecret(one))
      .map((one) => [one.name, one]),
  );
  const secrets = [...hidden.values()].flatMap(({ name, counts, over }): readonly Secret[] =>
    over === null ? [] : [{ name, sum: sumOf(kinds, counts), over: sumOf(kinds, over) }],
  );
  return { kinds, known: [...known.values()], ties: tiesAmong(kinds), secrets, minimum };
}

function figuresIn({ survey, codebook }: MadeSurvey, tables: CountTables): readonly Figure[] {
  return figuresOf(tables, codebook, survey.questions[0]!.id);
}

/** As many people of each unit have answered, or not, one question as the other. */
function tiesAmong(kinds: readonly Kind[]): readonly Sum[] {
  const [first, ...others] = [...new Set(kinds.map(({ question }) => question))];
  return others.flatMap((other) =>
    UNITS.map(([, unit]) => {
      const there = (question: string) =>
        sumOf(kinds, (kind) => (kind.question === question && kind.unit === unit ? 1 : 0));
      return sumTogether([
        [there(first!), 1],
        [there(other), -1],
      ]);
    }),
  );
}

function kindsOf(made: MadeSurvey): readonly Kind[] {
  const { survey, codebook, before } = made;
  const [open, closed] = survey.questions;
  if (open?.type !== 'open' || closed === undefined) throw new Error('no open question');
  const choice = open.taxonomy;
  const listed = (rows: readonly { group: string; value: string }[]) =>
    new Set(rows.flatMap(({ group, value }) => (group === 'unit' ? [value] : [])));
  const [asked, answered] = [listed(before.problems), listed(before.closed)];
  const choices = choicesOf(made);
  return UNITS.flatMap(([type, unit]): readonly Kind[] => {
    const reference = choice.by === null ? choice.taxonomy : choice.taxonomies.get(type)!;
    const taxonomy = codebook.taxonomies.get(reference)!;
    const at = { type, unit };
    if (!asked.has(unit)) return [];
    return [
      ...openWords(taxonomy).flatMap((words) =>
        [false, true].map((isFlagged) => {
          return { ...at, ...words, question: open.id, taxonomy: taxonomy.id, isFlagged };
        }),
      ),
      ...closedWords(choices)
        .filter(({ status }) => status === 'skipped' || answered.has(unit))
        .map((words) => ({
          ...{ ...at, ...words, question: closed.id, taxonomy: '', isFlagged: false },
        })),
    ];
  });
}

/** Options that may be chosen together, as the lines of the table name them. */
function choicesOf({ survey, before, hasUnnamed }: MadeSurvey): readonly (readonly string[])[] {
  const options = [...new Set(before.closed.map(({ option }) => option))].filter(Boolean);
  if (survey.questions[1]!.type !== 'multiple') return options.map((one) => [one]);
  return subsetsOf(options).filter((some) => some.length > 0 || hasUnnamed);
}
