/**
 * Trained models as bytes: a line of JSON, grams of 4 bytes, weights of 1, and a SHA-256 over all
 * of it, so that a damaged file is known as one.
 */
import { createHash } from 'node:crypto';
import type { Model } from '../model.ts';
import type { CodeModel, StatusModel } from '../trained.ts';

const FORM = 'canvass-model-1';
const LINE_END = 0x0a;
const SUM = 32;

/** Everything but the model's arrays. */
type Rest<Kind extends { model: Model }> = Omit<Kind, 'model'>;

interface Head<Kind extends { model: Model }> {
  readonly form: string;
  readonly key: string;
  readonly labels: readonly string[];
  readonly rules: number;
  readonly grams: number;
  readonly scale: readonly number[];
  readonly rest: Rest<Kind>;
}

/** @param key what the model was trained on; see `readModel` */
export function writeModel<Kind extends CodeModel | StatusModel>(
  key: string,
  trained: Kind,
): Uint8Array {
  const { model, ...rest } = trained;
  const { labels, rules, grams, weights, scale } = model;
  const head: Head<CodeModel | StatusModel> = {
    form: FORM,
    key,
    labels,
    rules,
    grams: grams.length,
    scale: [...scale],
    rest,
  };
  const line = new TextEncoder().encode(`${JSON.stringify(head)}\n`);
  const bytes = new Uint8Array(line.length + grams.length * 4 + weights.length + SUM);
  bytes.set(line);
  const view = new DataView(bytes.buffer);
  grams.forEach((hash, i) => {
    view.setUint32(line.length + 4 * i, hash, true);
  });
  bytes.set(new Uint8Array(weights.buffer), line.length + grams.length * 4);
  bytes.set(sumOf(bytes.subarray(0, -SUM)), bytes.length - SUM);
  return bytes;
}

/**
 * Reads a model back.
 *
 * @param key what it should have been trained on; null takes any
 * @returns null if the bytes are no whole model of this form, or of another key
 */
export function readModel<Kind extends CodeModel | StatusModel>(
  bytes: Uint8Array,
  key: string | null,
): Kind | null {
  const end = bytes.indexOf(LINE_END);
  if (end < 0 || bytes.length < end + 1 + SUM) return null;
  const body = bytes.subarray(0, -SUM);
  if (!sumOf(body).equals(bytes.subarray(-SUM))) return null;
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))) as Head<Kind>;
  if (head.form !== FORM || (key !== null && head.key !== key)) return null;
  const { labels, rules, rest } = head;
  const view = new DataView(bytes.buffer, bytes.byteOffset + end + 1);
  const grams = Uint32Array.from({ length: head.grams }, (_, i) => view.getUint32(4 * i, true));
  const weights = Int8Array.from(body.subarray(end + 1 + head.grams * 4));
  const model: Model = {
    labels,
    rules,
    grams,
    weights,
    scale: Float64Array.from(head.scale),
  };
  return { model, ...rest } as unknown as Kind;
}

function sumOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
