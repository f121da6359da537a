/** Reads what was counted elsewhere of a round, file by file, and adds it up: on any thread. */
import { InputError, type Problem } from '../errors.ts';
import type { Survey } from '../survey/survey.ts';
import type { CodeList } from './codebook.ts';
import type { PartHead } from './saved/part-head.ts';
import { TallyReader } from './saved/part-tally.ts';
import { parsePart } from './saved/read-part.ts';
import type { CountedBy } from './saved/round-key.ts';
import { emptyTally, mergeTally, type Tally } from './tally.ts';

/** What parts of a round are read by; plain data, which can be sent between threads. */
export interface PartRules {
  readonly survey: Survey;
  readonly round: string;
  readonly by: CountedBy;
  readonly codes: CodeList;
}

/** A file that holds a part. */
export interface PartFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What it says besides its counts, or why it cannot be used. */
export type PartRead =
  | { readonly head: PartHead; readonly answers: Tally['answers'] }
  | { readonly problems: readonly Problem[] };

export interface PartAdder {
  /** Adds the counts of a file, if it can be used. */
  add(file: PartFile): PartRead;
  /** All that was added; nothing of single respondents is in it. */
  readonly tally: Tally;
}

export function createPartAdder({ survey, round, by, codes }: PartRules): PartAdder {
  const wanted = { survey, round, by, reader: new TallyReader(survey, round, codes) };
  const whole = emptyTally();
  return {
    tally: whole,
    add({ name, bytes }) {
      try {
        const { head, tally } = parsePart(bytes, name, wanted);
        // Answers are told of by file, under a name that is yet to be given.
        mergeTally(whole, { ...tally, answers: new Map() });
        return { head, answers: tally.answers };
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        return { problems: error.problems };
      }
    },
  };
}
