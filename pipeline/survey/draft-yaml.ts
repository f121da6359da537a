/** Draft -> survey.yaml, with comments in the language of whoever asked. */
import { Document, Scalar, YAMLMap } from 'yaml';
import { type DraftPartKey, draftNoteText, draftPart } from '../messages/draft.ts';
import type { MessageLang } from '../messages.ts';
import { type Draft, type DraftQuestion, takenQuestions } from './draft.ts';
import {
  apart,
  askedNode,
  exclusions,
  noWeight,
  proposedMaximum,
  uncoded,
  unused,
} from './draft-comments.ts';
import { draftDefaults } from './draft-defaults.ts';
import {
  comment,
  flow,
  groupNode,
  map,
  names,
  roundNode,
  seq,
  text,
  textOf,
} from './draft-nodes.ts';

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
  const questions = takenQuestions(draft);
  const told = new Set<DraftPartKey>();
  const nodes = questions.map((one, i) => {
    const made = withHelp(askedNode(sameAs(questions[i - 1], one), draft, lang), one, told, lang);
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
    uncoded(draft, lang),
    apart(draft, lang),
    unused(draft, lang),
    draftDefaults(draft, lang),
  ]
    .filter((one) => one !== '')
    .join('\n\n');
  return textOf(doc);
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
