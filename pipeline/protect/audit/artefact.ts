/** What is to be published, and where something stands in it. */
import type { Place } from '../../errors.ts';

/** One file of a set, complete. */
export interface Artefact {
  /** Path inside the output folder. */
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** Where the text at hand stands; asked at once or never, only where there is something to say of it. */
export type Where = () => Place;

/** Takes every text of an artefact that a reader, or a program that reads for them, comes upon. */
export type TakeText = (text: string, where: Where) => void;
