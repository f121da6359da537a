/** What is to be published, and where something stands in it. */
import type { Place, Problem } from '../../errors.ts';
import type { Suspects } from './suspects.ts';

/** One file of a set. */
export type Artefact = WholeArtefact | PiecedArtefact;

export interface WholeArtefact {
  /** Path inside the output folder. */
  readonly name: string;
  readonly content: string | Uint8Array;
  /** What was found in it, where it was looked through already. */
  readonly findings?: Findings;
}

/** One that may be longer than a text can be. */
export interface PiecedArtefact {
  readonly name: string;
  /** Each of whole lines; to be gone through once. */
  readonly pieces: Iterable<string>;
}

/** What looking through an artefact came to; plain data, which can be sent between threads. */
export interface Findings {
  /** SHA-256 (hex) of the artefact's bytes: these findings are of no other. */
  readonly sha256: string;
  readonly problems: readonly Problem[];
  readonly suspects: Suspects;
}

/** Where the text at hand stands; asked at once or never, only where there is something to say of it. */
export type Where = () => Place;

/** Takes every text of an artefact that a reader, or a program that reads for them, comes upon. */
export type TakeText = (text: string, where: Where) => void;
