/** A workbook made on another thread is the one made here, and is looked through no less. */
import { expect, test } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { lookThrough } from '../../pipeline/protect/audit/look-through.ts';
import type { WholeArtefact } from '../../pipeline/protect/audit.ts';
import { beginWorkbook, makeWorkbook } from '../../pipeline/publish/workbook/make.ts';
import { ANSWER, problemsOf, type ResultSet, soundSet } from '../protect/audit/set.ts';
import { MANIFEST, MODEL } from '../report/model.ts';

const JOB = { model: MODEL, manifest: MANIFEST };
const WORKBOOK = 'report.xlsx';
const STRINGS = 'xl/sharedStrings.xml';

test('another thread makes the same bytes and finds the same', async () => {
  const begun = await beginWorkbook(JOB, 2, 0);
  const made = await begun.made();
  await begun.close();
  expect(made).toEqual(await makeWorkbook(JOB));
  // These tables show changes over hidden shares.
  expect(made.findings?.problems.length).toBeGreaterThan(0);
});

test('a workbook that cannot be sent ends the thread that was to make it', async () => {
  const manifest = { ...MANIFEST, more: () => {} };
  await expect(beginWorkbook({ model: MODEL, manifest }, 2, 0)).rejects.toThrow(
    /could not be cloned/,
  );
});

/** A set whose workbook says an answer and holds a part that no workbook of ours has, and that workbook. */
async function leaking() {
  const set = await soundSet();
  const sound = set.artefacts.find(({ name }) => name === WORKBOOK)!;
  const parts = unzipSync(sound.content as Uint8Array);
  const strings = strFromU8(parts[STRINGS]!).replace('</si>', `${ANSWER}</si>`);
  const comments = strToU8('<comments/>');
  const content = zipSync({
    ...{ ...parts, 'xl/comments1.xml': comments },
    [STRINGS]: strToU8(strings),
  });
  const withWorkbook = (workbook: WholeArtefact): ResultSet => ({
    ...set,
    artefacts: set.artefacts.map((one) => (one.name === WORKBOOK ? workbook : one)),
  });
  return { options: set.options, sound, workbook: { name: WORKBOOK, content }, withWorkbook };
}

test('what was found elsewhere is told as if it had been found here', async () => {
  const { options, workbook, withWorkbook } = await leaking();
  const here = await problemsOf(withWorkbook(workbook));
  // What is found at once, and what is told by reading the inputs again.
  for (const message of ['leak-form', 'leak-answer']) {
    expect(here).toContainEqual(expect.objectContaining({ message, file: WORKBOOK }));
  }
  const findings = lookThrough(workbook, options);
  expect(await problemsOf(withWorkbook({ ...workbook, findings }))).toEqual(here);
});

test('what was found in other bytes is not taken for these', async () => {
  const { options, sound, workbook, withWorkbook } = await leaking();
  const findings = lookThrough(sound, options);
  const here = await problemsOf(withWorkbook(workbook));
  expect(await problemsOf(withWorkbook({ ...workbook, findings }))).toEqual(here);
});
