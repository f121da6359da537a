/** What a coder has learnt: shipped with the program, kept from an earlier run, or trained now. */
import { join } from 'node:path';
import type { Effects } from '../../effects.ts';
import { dataFile } from '../../package-root.ts';
import { sha256 } from '../../sha256.ts';
import { listTaxonomies } from '../../taxonomy/load.ts';
import type { Example, Taxonomy } from '../../taxonomy/taxonomy.ts';
import { answerKey } from '../normalise.ts';
import {
  type CodeModel,
  ENOUGH_TO_JUDGE,
  type Learnt,
  NOT_JUDGED,
  type StatusModel,
} from '../trained.ts';
import { canonical } from './by-hand.ts';
import { readModel, writeModel } from './model-file.ts';
import { trainCodes } from './train-codes.ts';

/** Raised when the same examples would give another model. */
const TRAINER = 1;

/** What the model of a taxonomy's own examples is known by. */
export function modelKey(taxonomy: Taxonomy): string {
  return sha256(`${TRAINER}\n${taxonomy.sha256}\n`);
}

/** Where the program's own models lie. */
export const shippedFile = {
  codes: (id: string) => dataFile('taxonomy', id, 'model.bin'),
  status: () => dataFile('taxonomy', 'status.bin'),
};

/**
 * Loads or trains all that goes with a taxonomy. What is learnt from hand codes is never kept, as
 * the words of an answer could be worked out from it.
 *
 * @param listed answers coded by hand, agreeing with one another; their order makes no difference
 * @param beforeTraining called where a model must be trained, with the number of different
 *   hand-coded answers it learns from
 */
export async function loadLearnt(
  taxonomy: Taxonomy,
  listed: readonly Example[],
  fx: Effects,
  beforeTraining: (answers: number) => void = () => {},
): Promise<Learnt> {
  const byHand = canonical(listed, taxonomy);
  const status = readModel<StatusModel>(await fx.read(shippedFile.status()), null);
  if (status === null) throw new Error('the status model shipped with the program is damaged');
  const own = await ownModel(taxonomy, fx, () => beforeTraining(0));
  if (byHand.length === 0) return { codes: own, status, handCodes: new Map() };
  beforeTraining(byHand.length);
  const taught = trainCodes(withoutRecoded(taxonomy, byHand), byHand)?.model ?? null;
  return { codes: judgedBy(taught, own, byHand.length), status, handCodes: index(byHand) };
}

/** The model of a taxonomy's own examples: shipped, kept, or trained now and kept. */
async function ownModel(
  taxonomy: Taxonomy,
  fx: Effects,
  beforeTraining: () => void,
): Promise<CodeModel | null> {
  if (taxonomy.examples.length === 0) return null;
  const key = modelKey(taxonomy);
  const kept = fx.cacheFolder === null ? null : join(fx.cacheFolder, `${key}.model`);
  const places = [
    ...(listTaxonomies().includes(taxonomy.id) ? [shippedFile.codes(taxonomy.id)] : []),
    ...(kept === null ? [] : [kept]),
  ];
  for (const path of places) {
    const found = await modelAt(path, key, fx);
    if (found !== null) return found;
  }
  beforeTraining();
  const trained = trainCodes(taxonomy, [])?.model ?? null;
  if (trained !== null && kept !== null) await fx.keep(kept, writeModel(key, trained));
  return trained;
}

/** A model that cannot be read, for whatever reason, is trained anew. */
async function modelAt(path: string, key: string, fx: Effects): Promise<CodeModel | null> {
  try {
    return (await fx.stat(path)).kind === 'file'
      ? readModel<CodeModel>(await fx.read(path), key)
      : null;
  } catch {
    return null;
  }
}

/**
 * A model with the quality that may be told of it: below `ENOUGH_TO_JUDGE` hand-coded answers that
 * of the model without them, as a difference would tell of single answers.
 */
function judgedBy(
  taught: CodeModel | null,
  own: CodeModel | null,
  answers: number,
): CodeModel | null {
  if (taught === null || answers >= ENOUGH_TO_JUDGE) return taught;
  return { ...taught, quality: own?.quality ?? NOT_JUDGED };
}

/** An example whose words were coded by hand gives way to the hand codes. */
function withoutRecoded(taxonomy: Taxonomy, byHand: readonly Example[]): Taxonomy {
  const recoded = new Set(byHand.map(({ text }) => answerKey(text)));
  return {
    ...taxonomy,
    examples: taxonomy.examples.filter(({ text }) => !recoded.has(answerKey(text))),
  };
}

/** Hand codes by the folded answer, as the coder looks them up. */
function index(byHand: readonly Example[]): ReadonlyMap<string, readonly string[]> {
  return new Map(byHand.map(({ text, codes }) => [answerKey(text), codes]));
}
