/** What a drafted survey.yaml holds as comments: why something is not there, and what may be taken in. */
import { basename } from 'node:path';
import { Document, type Pair, YAMLMap } from 'yaml';
import { draftNoteText, draftPart } from '../messages/draft.ts';
import type { MessageLang } from '../messages.ts';
import {
  type Draft,
  type DraftGroup,
  type DraftQuestion,
  partsApart,
  takenQuestions,
  wantsTaxonomy,
} from './draft.ts';
import {
  comment,
  flow,
  groupNode,
  map,
  oneLine,
  questionNode,
  seq,
  text,
  textOf,
} from './draft-nodes.ts';

/** That nothing weighs, and of a column that might have why it does not. */
export function noWeight({ unused: columns }: Draft, lang: MessageLang): string {
  const left = columns.find(({ note }) => note.key.startsWith('unused-weight'));
  if (left === undefined) return comment(draftPart('no-weight', lang));
  const { header, note } = left;
  const why = draftNoteText(note, lang);
  return comment(oneLine(draftPart('weight-left', lang, { header, why })));
}

/** A question with the rounds that have its column, where not all do. */
export function askedNode(one: DraftQuestion, { rounds }: Draft, lang: MessageLang): YAMLMap {
  const made = questionNode(one, lang);
  if (one.absent.length === 0) return made;
  // Several columns may be apart in different ways.
  const lacking = new Set(one.absent.map((name) => basename(name)));
  const asked = rounds.filter(({ path }) => !lacking.has(basename(path))).map(({ id }) => id);
  if (asked.length > 0) made.items.push(...(map({ asked: flow(asked) }).items as Pair[]));
  return made;
}

/** A limit too high to be set without being asked for. */
export function proposedMaximum({ maximumSetAside }: Draft, lang: MessageLang): string {
  if (maximumSetAside === null || maximumSetAside.raised) return '';
  const { share, note } = maximumSetAside;
  return comment(`${oneLine(draftNoteText(note, lang))}\nmaximum_set_aside: ${share}`);
}

/** Rows that may be no respondents; a comment, as only their owner knows. */
export function exclusions({ exclude }: Draft, lang: MessageLang): string {
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

/** Open questions that none of the built-in taxonomies can code, as comments to be taken in by hand. */
export function uncoded(draft: Draft, lang: MessageLang): string {
  const taken = takenQuestions(draft);
  return draft.questions
    .filter((one) => wantsTaxonomy(one) && !taken.includes(one))
    .map((one) => commented(askedNode(one, draft, lang)))
    .join('\n');
}

/** Questions and groups that a round lacks, as comments to be taken in by hand. */
export function apart(draft: Draft, lang: MessageLang): string {
  const lines = (one: DraftGroup | DraftQuestion, made: YAMLMap) => {
    const files = one.absent.map(oneLine).join(', ');
    return `${comment(draftPart('apart-of', lang, { files }))}\n${commented(made)}`;
  };
  const { groups, questions } = partsApart(draft);
  const parts = [
    ...groups.map((one) => lines(one, groupNode(one, draft.groups, lang))),
    ...questions.map((one) => lines(one, askedNode(one, draft, lang))),
  ];
  return parts.length === 0 ? '' : [comment(draftPart('apart', lang)), ...parts].join('\n');
}

function commented(made: YAMLMap): string {
  return comment(textOf(new Document(seq([made]))).trimEnd());
}

export function unused({ unused: columns }: Draft, lang: MessageLang): string {
  if (columns.length === 0) return '';
  const lines = columns.map(({ header, note }) => {
    const words = oneLine(draftNoteText(note, lang));
    return comment(header === '' ? `  ${words}` : `  ${oneLine(header)} — ${words}`);
  });
  return [comment(draftPart('unused', lang)), ...lines].join('\n');
}
