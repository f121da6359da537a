/** What a drafted survey.yaml holds as comments: why something is not there, and what may be taken in. */
import { basename } from 'node:path';
import { Document, type Pair, YAMLMap } from 'yaml';
import { draftNoteText, draftPart } from '../messages/draft.ts';
import type { MessageLang } from '../messages.ts';
import type { Draft, DraftGroup, DraftQuestion } from './draft.ts';
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

/** With the rounds that have the question's column; several columns may be apart in different ways. */
function askedIn(made: YAMLMap, { absent }: DraftQuestion, { rounds }: Draft): YAMLMap {
  const lacking = new Set(absent.map((name) => basename(name)));
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

/** Questions and groups that a round lacks, as comments to be taken in by hand. */
export function apart(draft: Draft, lang: MessageLang): string {
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

export function unused({ unused: columns }: Draft, lang: MessageLang): string {
  if (columns.length === 0) return '';
  const lines = columns.map(({ header, note }) => {
    const words = oneLine(draftNoteText(note, lang));
    return comment(header === '' ? `  ${words}` : `  ${oneLine(header)} — ${words}`);
  });
  return [comment(draftPart('unused', lang)), ...lines].join('\n');
}
