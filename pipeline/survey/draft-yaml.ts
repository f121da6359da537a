/** Draft -> survey.yaml, with comments in the language of whoever asked. */
import { basename } from 'node:path';
import { Document, type Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { type DraftPartKey, draftNoteText, draftPart } from '../messages/draft.ts';
import type { MessageLang } from '../messages.ts';
import type {
  Draft,
  DraftForm,
  DraftGroup,
  DraftNote,
  DraftQuestion,
  DraftRound,
} from './draft.ts';
import { draftDefaults } from './draft-defaults.ts';
import type { ColumnNames } from './survey.ts';

/** The text of a survey.yaml that a run accepts as it is. */
export function draftYaml(draft: Draft, lang: MessageLang): string {
  const root = new YAMLMap();
  const doc = new Document(root);
  const part = (key: DraftPartKey) => comment(draftPart(key, lang));
  const add = (key: string, value: unknown, above: string) => {
    const name = new Scalar(key);
    name.spaceBefore = root.items.length > 0;
    name.commentBefore = above;
    root.set(name, value);
  };
  doc.commentBefore = part('head');
  add('title', text(draft.title ?? draftPart('untitled', lang)), part('title'));
  if (lang === 'en') root.set('languages', flow(['en', 'zh-Hans', 'zh-Hant']));
  add('rounds', seq(draft.rounds.map(roundNode)), part('rounds'));
  const { respondent, weight } = draft;
  const columns = map({ respondent: names(respondent), weight: names(weight) });
  const lacking = [
    ...(respondent === null ? [part('no-respondent')] : []),
    ...(weight === null ? [noWeight(draft, lang)] : []),
  ];
  const above = [part('columns'), ...lacking].join('\n');
  // What is absent has nothing to stand above but the next part.
  let waiting = columns.items.length > 0 ? '' : `${lacking.join('\n')}\n \n`;
  if (columns.items.length > 0) add('columns', columns, above);
  const groups = draft.groups.filter(({ absent }) => absent.length === 0);
  if (groups.length > 0) {
    add('groups', seq(groups.map((one) => groupNode(one, groups, lang))), waiting + part('groups'));
    waiting = '';
  } else waiting += `${part('no-groups')}\n \n`;
  const questions = draft.questions.filter(({ absent }) => absent.length === 0);
  const told = new Set<DraftPartKey>();
  const nodes = questions.map((one, i) => {
    const made = withHelp(questionNode(sameAs(questions[i - 1], one), lang), one, told, lang);
    made.spaceBefore = i > 0;
    return made;
  });
  add('questions', seq(nodes), waiting + part('questions'));
  const { maximumSetAside } = draft;
  if (maximumSetAside?.raised) {
    const { share, note } = maximumSetAside;
    add('maximum_set_aside', share, comment(draftNoteText(note, lang)));
  }
  doc.comment = [
    proposedMaximum(draft, lang),
    exclusions(draft, lang),
    apart(draft, lang),
    unused(draft, lang),
    draftDefaults(draft, lang),
  ]
    .filter((one) => one !== '')
    .join('\n\n');
  return textOf(doc);
}

/** That nothing weighs, and of a column that might have why it does not. */
function noWeight({ unused: columns }: Draft, lang: MessageLang): string {
  const left = columns.find(({ note }) => note.key.startsWith('unused-weight'));
  if (left === undefined) return comment(draftPart('no-weight', lang));
  const { header, note } = left;
  const why = draftNoteText(note, lang);
  return comment(oneLine(draftPart('weight-left', lang, { header, why })));
}

function textOf(doc: Document): string {
  return doc.toString({
    lineWidth: 0,
    flowCollectionPadding: false,
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
  });
}

/** Each line of a comment begins with a blank, so that it stands off the `#`. */
function comment(lines: string): string {
  return lines
    .split('\n')
    .map((line) => ` ${line}`)
    .join('\n');
}

/** A header or note within a comment: one line, nothing that a terminal or parser could act on. */
function oneLine(header: string): string {
  return header.replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]+/gu, ' ').trim();
}

/** A string that is read back as it is, whatever is in it. */
function text(value: string): Scalar {
  const node = new Scalar(value);
  // Line breaks and characters that do not show are written as escapes.
  if (
    /[\u0000-\u001f\u007f-\u00a0\u2028\u2029\ufeff]|[\ud800-\udfff]/.test(value) ||
    / $|^ /.test(value)
  ) {
    node.type = Scalar.QUOTE_DOUBLE;
  }
  return node;
}

function node(value: unknown): unknown {
  return typeof value === 'string' ? text(value) : value;
}

/** A map without the keys that are null. */
function map(entries: Readonly<Record<string, unknown>>, inline = false): YAMLMap {
  const made = new YAMLMap();
  made.flow = inline;
  for (const [key, value] of Object.entries(entries)) {
    if (value !== null) made.set(new Scalar(key), node(value));
  }
  return made;
}

function seq(items: readonly unknown[]): YAMLSeq {
  const made = new YAMLSeq();
  for (const one of items) made.add(node(one));
  return made;
}

function flow(items: readonly unknown[]): YAMLSeq {
  const made = seq(items);
  made.flow = true;
  return made;
}

/** A header, or the list of those a column has had. */
function names(column: ColumnNames | null): unknown {
  if (column === null) return null;
  return column.length === 1 ? text(column[0]!) : seq(column);
}

function roundNode({ id, label, path, headerRows, twin }: DraftRound): YAMLMap {
  return map({ id, label, files: flow([fileNode(path, headerRows, twin)]) }, true);
}

/** A name alone where nothing more is to be said; `twin` names the same answers by option number. */
export function fileNode(path: string, headerRows: number | null, twin: string | null): unknown {
  if (headerRows === null && twin === null) return path;
  return map({ path, header_rows: headerRows, twin }, true);
}

function noted(made: YAMLMap, notes: readonly DraftNote[], lang: MessageLang): YAMLMap {
  if (notes.length > 0) {
    made.commentBefore = notes.map((one) => comment(oneLine(draftNoteText(one, lang)))).join('\n');
  }
  return made;
}

function groupNode(one: DraftGroup, used: readonly DraftGroup[], lang: MessageLang): YAMLMap {
  const { id, label, column, notes } = one;
  const within = used.some((outer) => outer.id === one.within) ? one.within : null;
  return noted(map({ id, label, column: names(column), within }), notes, lang);
}

function questionNode({ id, label, answer, notes }: DraftQuestion, lang: MessageLang): YAMLMap {
  const { type } = answer;
  const made = map({ id, type, label });
  const more = (entries: Readonly<Record<string, unknown>>) => {
    made.items.push(...(map(entries).items as Pair[]));
  };
  if ('columns' in answer) {
    const unselected = answer.unselected.length === 0 ? null : flow(answer.unselected);
    const options = answer.options.length === 0 ? null : seq(answer.options);
    more({ columns: seq(answer.columns.map(names)), options, unselected });
  } else {
    more({ column: names(answer.column) });
    if (type === 'open') more({ taxonomy: 'organ' });
    if ('separator' in answer) more({ separator: answer.separator });
    if ('options' in answer && answer.options.length > 0) more({ options: seq(answer.options) });
    if (answer.type === 'scale') {
      const { range, labels, rounds } = answer;
      more({ range: flow(range), labels: labelsNode(labels, false) });
      const forms = rounds.map((one) => [one.round, formNode(one)] as const);
      if (forms.length > 0) more({ rounds: map(Object.fromEntries(forms)) });
    }
    if ('missing' in answer && answer.missing.length > 0) more({ missing: flow(answer.missing) });
  }
  return noted(made, notes, lang);
}

function labelsNode(labels: DraftForm['labels'], inline: boolean): YAMLMap | null {
  if (labels.length === 0) return null;
  const points = new YAMLMap();
  points.flow = inline;
  for (const [point, words] of labels) points.set(new Scalar(point), text(words));
  return points;
}

function formNode({ range, labels }: DraftForm): YAMLMap {
  return map({ range: flow(range), labels: labelsNode(labels, true) }, true);
}

/** What holds for all rows of a grid (`q5_1`, `q5_2` …) is said at the first of them. */
function sameAs(before: DraftQuestion | undefined, one: DraftQuestion): DraftQuestion {
  const grid = ({ id }: DraftQuestion) => id.split('_')[0];
  if (before === undefined || grid(before) !== grid(one)) return one;
  const said = new Set(before.notes.map(({ key }) => key));
  return { ...one, notes: one.notes.filter(({ key }) => !said.has(key)) };
}

/** The first question of a type tells what can be said of such questions. */
function withHelp(
  made: YAMLMap,
  { answer: { type } }: DraftQuestion,
  told: Set<DraftPartKey>,
  lang: MessageLang,
): YAMLMap {
  if ((type !== 'open' && type !== 'scale' && type !== 'multiple') || told.has(type)) return made;
  told.add(type);
  const help = comment(draftPart(type, lang));
  made.commentBefore = made.commentBefore ? `${help}\n${made.commentBefore}` : help;
  return made;
}

/** With the rounds that have the question's column; several columns may be apart in different ways. */
function askedIn(made: YAMLMap, { absent }: DraftQuestion, { rounds }: Draft): YAMLMap {
  const lacking = new Set(absent.map((name) => basename(name)));
  const asked = rounds.filter(({ path }) => !lacking.has(basename(path))).map(({ id }) => id);
  if (asked.length > 0) made.items.push(...(map({ asked: flow(asked) }).items as Pair[]));
  return made;
}

/** A limit too high to be set without being asked for. */
function proposedMaximum({ maximumSetAside }: Draft, lang: MessageLang): string {
  if (maximumSetAside === null || maximumSetAside.raised) return '';
  const { share, note } = maximumSetAside;
  return comment(`${oneLine(draftNoteText(note, lang))}\nmaximum_set_aside: ${share}`);
}

/** Rows that may be no respondents; a comment, as only their owner knows. */
function exclusions({ exclude }: Draft, lang: MessageLang): string {
  if (exclude.length === 0) return '';
  const columns = new YAMLMap();
  for (const { column, values, notes } of exclude) {
    const key = text(column);
    key.commentBefore = notes.map((one) => comment(oneLine(draftNoteText(one, lang)))).join('\n');
    columns.set(key, flow(values));
  }
  const doc = new Document(map({ exclude: columns }));
  return `${comment(draftPart('excludable', lang))}\n${comment(textOf(doc).trimEnd())}`;
}

/** Questions and groups that a round lacks, as comments to be taken in by hand. */
function apart(draft: Draft, lang: MessageLang): string {
  const lines = (one: DraftGroup | DraftQuestion, made: YAMLMap) => {
    const doc = new Document(seq([made]));
    const files = one.absent.map(oneLine).join(', ');
    return `${comment(draftPart('apart-of', lang, { files }))}\n${comment(textOf(doc).trimEnd())}`;
  };
  const parts = [
    ...draft.groups.flatMap((one) =>
      one.absent.length === 0 ? [] : [lines(one, groupNode(one, draft.groups, lang))],
    ),
    ...draft.questions.flatMap((one) =>
      one.absent.length === 0 ? [] : [lines(one, askedIn(questionNode(one, lang), one, draft))],
    ),
  ];
  return parts.length === 0 ? '' : [comment(draftPart('apart', lang)), ...parts].join('\n');
}

function unused({ unused: columns }: Draft, lang: MessageLang): string {
  if (columns.length === 0) return '';
  const lines = columns.map(({ header, note }) => {
    const words = oneLine(draftNoteText(note, lang));
    return comment(header === '' ? `  ${words}` : `  ${oneLine(header)} — ${words}`);
  });
  return [comment(draftPart('unused', lang)), ...lines].join('\n');
}
