/** Completes one question of survey.yaml, by its type. */
import { listed, nearest, problem } from '../errors.ts';
import { type Context, columnNames, list, localText } from './complete.ts';
import { askedRounds, labelsOf, scaleForms } from './complete-rounds.ts';
import type { QuestionSpec } from './schema.ts';
import type { Group, MultipleQuestion, Question, TaxonomyChoice } from './survey.ts';
import { at } from './yaml.ts';

/** Keys that only some types of question know. */
const KEYS: Readonly<Record<QuestionSpec['type'], readonly (keyof QuestionSpec)[]>> = {
  open: ['column', 'taxonomy'],
  single: ['column', 'options', 'order', 'labels', 'aliases'],
  multiple: [
    'column',
    'columns',
    'separator',
    'unselected',
    'options',
    'exclusive',
    'order',
    'labels',
    'aliases',
  ],
  scale: ['column', 'range', 'labels', 'aliases', 'reverse', 'rounds', 'measures', 'order'],
  number: ['column'],
};
const COMMON: readonly (keyof QuestionSpec)[] = [
  'id',
  'type',
  'label',
  'missing',
  'skipped',
  'asked',
];

/** What a question may refer to. */
export interface Named {
  readonly groups: readonly Group[];
  /** Ids, oldest first. */
  readonly rounds: readonly string[];
}

/** Makes a complete question; `i` is its place in the list, for messages. */
export function completeQuestion(
  spec: QuestionSpec,
  i: number,
  { groups, rounds }: Named,
  context: Context,
): Question {
  const path = ['questions', i] as const;
  for (const key of Object.keys(spec) as (keyof QuestionSpec)[]) {
    if (COMMON.includes(key) || KEYS[spec.type].includes(key)) continue;
    context.report(
      problem('key-not-for-type', at(context.yaml, [...path, key]), {
        key,
        type: spec.type,
        valid: KEYS[spec.type].join(', '),
      }),
    );
  }
  const base = {
    id: spec.id,
    label: localText(spec.label ?? spec.id),
    missing: list(spec.missing),
    skipped: list(spec.skipped),
    asked: askedRounds(spec, i, rounds, context),
  };
  const column = columnNames(spec.column ?? spec.id);
  const labels = labelsOf(spec.labels);
  const aliases: ReadonlyMap<string, string> = new Map(Object.entries(spec.aliases ?? {}));
  switch (spec.type) {
    case 'open':
      return { ...base, type: 'open', column, taxonomy: taxonomyChoice(spec, i, groups, context) };
    case 'single': {
      const known = shownOptions(spec, i, context);
      checkLabelled(spec, i, known.options, context);
      return { ...base, type: 'single', column, ...known, labels, aliases };
    }
    case 'multiple': {
      const known = shownOptions(spec, i, context);
      checkLabelled(spec, i, known.options, context);
      const exclusive = exclusiveOptions(spec, i, known.options, context);
      const where = layout(spec, i, context);
      return { ...base, type: 'multiple', layout: where, ...known, exclusive, labels, aliases };
    }
    case 'number':
      return { ...base, type: 'number', column };
    case 'scale': {
      const forms = scaleForms(spec, i, rounds, context);
      return { ...base, type: 'scale', column, aliases, ...forms, measures: spec.measures ?? null };
    }
  }
}

/** Where options are declared, what has a label must be among them. */
function checkLabelled(
  spec: QuestionSpec,
  i: number,
  options: readonly string[],
  context: Context,
): void {
  if (spec.options === undefined) return;
  for (const option of Object.keys(spec.labels ?? {})) {
    if (options.includes(option)) continue;
    const values = { option, nearest: nearest(option, options) ?? options.join(', ') };
    const place = at(context.yaml, ['questions', i, 'labels', option]);
    context.report(problem('unknown-option-named', place, values));
  }
}

/** Options that go with no other; where options are declared they must be among them. */
function exclusiveOptions(
  spec: QuestionSpec,
  i: number,
  options: readonly string[],
  context: Context,
): readonly string[] {
  const exclusive = list(spec.exclusive);
  for (const option of exclusive) {
    if (options.length === 0 || options.includes(option)) continue;
    const valid = nearest(option, options) ?? options.join(', ');
    const place = at(context.yaml, ['questions', i, 'exclusive']);
    context.report(problem('unknown-option-named', place, { option, nearest: valid }));
  }
  return exclusive;
}

/** Options as they are declared: those of a map in the order in which it is written. */
function declaredOptions(
  { options = [] }: QuestionSpec,
  i: number,
  { yaml }: Context,
): readonly string[] {
  return Array.isArray(options) ? options : yaml.keysAt(['questions', i, 'options']);
}

/** Options in the order to show them; `order` may add some that are not declared elsewhere. */
function shownOptions(
  spec: QuestionSpec,
  i: number,
  context: Context,
): { options: readonly string[]; links: ReadonlyMap<string, string> } {
  const given = spec.options ?? [];
  const declared = declaredOptions(spec, i, context);
  const links = Array.isArray(given)
    ? []
    : Object.entries(given).flatMap(([option, code]) =>
        code === null || code === '' ? [] : [[option, code] as const],
      );
  const order = spec.order ?? [];
  return {
    options: [...order, ...declared.filter((one) => !order.includes(one))],
    links: new Map(links),
  };
}

function layout(spec: QuestionSpec, i: number, context: Context): MultipleQuestion['layout'] {
  if (spec.columns === undefined) {
    return {
      kind: 'joined',
      column: columnNames(spec.column ?? spec.id),
      separator: spec.separator ?? null,
    };
  }
  for (const key of ['column', 'separator'] as const) {
    if (spec[key] === undefined) continue;
    context.report(
      problem('key-not-with-columns', at(context.yaml, ['questions', i, key]), { key }),
    );
  }
  return {
    kind: 'columns',
    columns: spec.columns.map(columnNames),
    options: declaredOptions(spec, i, context),
    unselected: list(spec.unselected),
  };
}

function taxonomyChoice(
  spec: QuestionSpec,
  i: number,
  groups: readonly Group[],
  context: Context,
): TaxonomyChoice {
  const path = ['questions', i, 'taxonomy'] as const;
  if (spec.taxonomy === undefined) {
    context.report(
      problem('missing-key', at(context.yaml, path), {
        key: 'taxonomy',
        expected: 'organ | grassroots | *.yaml | {by: GROUP, …}',
      }),
    );
    return { by: null, taxonomy: '' };
  }
  if (typeof spec.taxonomy === 'string') return { by: null, taxonomy: spec.taxonomy };
  const { by, ...taxonomies } = spec.taxonomy;
  const known = ['round', ...groups.map((one) => one.id)];
  if (by === undefined || !known.includes(by)) {
    context.report(
      problem('unknown-group', at(context.yaml, [...path, 'by']), {
        group: by ?? '',
        valid: listed(by ?? '', known),
      }),
    );
  }
  return { by: by ?? 'round', taxonomies: new Map(Object.entries(taxonomies)) };
}
