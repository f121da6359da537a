/** The parts of a drafted survey.yaml as nodes of YAML, and the comments that stand by them. */
import { type Document, type Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { draftNoteText } from '../messages/draft.ts';
import type { MessageLang } from '../messages.ts';
import type { DraftForm, DraftGroup, DraftNote, DraftQuestion, DraftRound } from './draft.ts';
import type { ColumnNames } from './survey.ts';
import { membersMeant } from './yaml-lists.ts';

export function textOf(doc: Document): string {
  const written = doc.toString({
    lineWidth: 0,
    flowCollectionPadding: false,
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
  });
  // Between quotes, as `text` puts them; in a comment what follows one would begin with a #.
  return written.replace(/[\u2028\u2029]/g, (mark) => `\\u${mark.charCodeAt(0).toString(16)}`);
}

/** Each line of a comment begins with a blank, so that it stands off the `#`. */
export function comment(lines: string): string {
  return lines
    .split('\n')
    .map((line) => ` ${line}`)
    .join('\n');
}

/** A header or note within a comment: one line, nothing that a terminal or parser could act on. */
export function oneLine(header: string): string {
  return header.replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]+/gu, ' ').trim();
}

/** A string that is read back as it is, whatever is in it. */
export function text(value: string): Scalar {
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
export function map(entries: Readonly<Record<string, unknown>>, inline = false): YAMLMap {
  const made = new YAMLMap();
  made.flow = inline;
  for (const [key, value] of Object.entries(entries)) {
    if (value !== null) made.set(new Scalar(key), node(value));
  }
  return made;
}

export function seq(items: readonly unknown[]): YAMLSeq {
  const made = new YAMLSeq();
  for (const one of items) made.add(node(one));
  return made;
}

export function flow(items: readonly unknown[]): YAMLSeq {
  const made = seq(items);
  made.flow = true;
  const [only] = made.items;
  // Unquoted it would be taken for several.
  if (items.length === 1 && only instanceof Scalar && membersMeant(String(only.value)) !== null) {
    only.type = Scalar.QUOTE_DOUBLE;
  }
  return made;
}

/** A header, or the list of those a column has had. */
export function names(column: ColumnNames | null): unknown {
  if (column === null) return null;
  return column.length === 1 ? text(column[0]!) : seq(column);
}

export function roundNode({ id, label, path, headerRows, twin }: DraftRound): YAMLMap {
  return map({ id, label, files: flow([fileNode(path, headerRows, twin)]) }, true);
}

/** A name alone where nothing more is to be said; `twin` names the same answers by option number. */
function fileNode(path: string, headerRows: number | null, twin: string | null): unknown {
  if (headerRows === null && twin === null) return path;
  return map({ path, header_rows: headerRows, twin }, true);
}

function noted(made: YAMLMap, notes: readonly DraftNote[], lang: MessageLang): YAMLMap {
  if (notes.length > 0) {
    made.commentBefore = notes.map((one) => comment(oneLine(draftNoteText(one, lang)))).join('\n');
  }
  return made;
}

export function groupNode(
  one: DraftGroup,
  used: readonly DraftGroup[],
  lang: MessageLang,
): YAMLMap {
  const { id, label, column, notes } = one;
  const within = used.some((outer) => outer.id === one.within) ? one.within : null;
  return noted(map({ id, label, column: names(column), within }), notes, lang);
}

/** Name of the file that is still to be written where no built-in taxonomy fits. */
export const OWN_TAXONOMY = 'my.yaml';

export function questionNode(
  { id, label, answer, notes }: DraftQuestion,
  lang: MessageLang,
): YAMLMap {
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
    if (type === 'open') more({ taxonomy: answer.taxonomy ?? OWN_TAXONOMY });
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
