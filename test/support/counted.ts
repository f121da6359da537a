/** Files that exist only here, read and counted like those of a survey. */
import type { Effects } from '../../pipeline/effects.ts';
import type { Survey } from '../../pipeline/survey/survey.ts';
import { sameInAll } from '../../pipeline/survey/text.ts';
import { type Counted, countRounds } from '../../pipeline/tally/count-rounds.ts';
import { inChunks } from '../read/effects.ts';
import { roundFile } from '../read/surveys.ts';
import { surveyOf, tinyCodebook } from './survey.ts';
import { UNSEEN } from './unseen.ts';

/** Rounds by id, each with its files: name -> content. */
export type Rounds = Readonly<Record<string, Readonly<Record<string, string | Uint8Array>>>>;

/** The other export of a file: its name and content, by the name of the file. */
export type Twins = Readonly<Record<string, readonly [name: string, content: Uint8Array]>>;

/** Effects over files that exist only here, by path; others are missing. */
export function filesAtHand(contents: ReadonlyMap<string, Uint8Array>): Effects {
  return {
    stat: async (path: string) => {
      const content = contents.get(path);
      return content === undefined
        ? { kind: 'missing', size: 0 }
        : { kind: 'file', size: content.length };
    },
    read: async (path: string) => contents.get(path)!,
    stream: (path: string) => inChunks(contents.get(path)!, 997),
    ...UNSEEN,
  } as unknown as Effects;
}

export function countFiles(
  rounds: Rounds,
  parts: Partial<Survey>,
  jobs = 1,
  codebook = tinyCodebook,
  twins: Twins = {},
): Promise<Counted> {
  const contents = new Map<string, Uint8Array>(
    Object.values(rounds).flatMap((files) =>
      Object.entries(files).map(([name, content]) => [`/${name}`, Buffer.from(content)] as const),
    ),
  );
  for (const [name, content] of Object.values(twins)) contents.set(`/${name}`, content);
  const twinOf = (name: string) =>
    twins[name] === undefined ? null : { path: `/${twins[name][0]}`, name: twins[name][0] };
  const fx = filesAtHand(contents);
  const survey = surveyOf({
    groups: [],
    ...parts,
    rounds: Object.entries(rounds).map(([id, files]) => ({
      id,
      label: sameInAll(id),
      date: null,
      files: Object.keys(files).map((name) => ({
        ...roundFile(`/${name}`),
        twin: twinOf(name),
      })),
    })),
  });
  const sinks = { codeLines: async () => {}, setAside: async () => {}, flags: async () => {} };
  return countRounds(survey, codebook, { strict: false, jobs }, sinks, fx);
}
