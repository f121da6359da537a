/** Working threads, with the built program's own worker script. */
import { expect, test } from '@jest/globals';
import { NOTHING_LEARNT } from '../pipeline/code/trained.ts';
import { createCrew } from '../pipeline/crew.ts';
import { tiny } from './code/tiny-taxonomy.ts';

type Job = readonly string[];

const workerData = { taxonomy: tiny, learnt: NOTHING_LEARNT, form: 'csv', raw: false };

function crew(threads: number, own?: boolean) {
  return createCrew<Job, Uint16Array | string, null>({
    script: 'commands/code-worker.js',
    workerData,
    threads,
    ...(own === true ? { own: (answers: Job) => answers.map(() => 'own').join('\n') } : {}),
  });
}

test('results come in the order of their jobs, whatever their size', async () => {
  const order: string[] = [];
  const { add, finish } = crew(3);
  const names = Array.from({ length: 40 }, (_, i) => `job ${i}`);
  for (const [i, name] of names.entries()) {
    const answers = Array.from({ length: i % 7 === 0 ? 500 : 1 }, () => name);
    await add(answers, async () => {
      order.push(name);
    });
  }
  expect(await finish()).toHaveLength(3);
  expect(order).toEqual(names);
});

test('threads that are started early do their work as others do', async () => {
  const results: string[] = [];
  const { add, finish } = createCrew<Job, Uint16Array | string, null>({
    ...{ script: 'commands/code-worker.js', workerData, threads: 2, early: true },
  });
  await add(['a'], async () => {
    results.push('first');
  });
  // The second had no work, and ends as well.
  expect(await finish()).toHaveLength(2);
  expect(results).toEqual(['first']);
});

test('without threads of its own a crew does every job itself', async () => {
  const results: (Uint16Array | string)[] = [];
  const { add, finish } = crew(0, true);
  await add(['a', 'b'], async (result) => {
    results.push(result);
  });
  expect(await finish()).toEqual([]);
  expect(results).toEqual(['own\nown']);
});

test('what a thread throws, the caller gets', async () => {
  const { add, finish, stop } = crew(1);
  await expect(
    (async () => {
      await add(null as unknown as Job, async () => {});
      await finish();
    })(),
  ).rejects.toThrow();
  await stop();
});

test('what taking a result throws, the caller gets', async () => {
  const { add, finish, stop } = crew(1);
  await expect(
    (async () => {
      await add(['a'], async () => {
        throw new Error('no room left');
      });
      await finish();
    })(),
  ).rejects.toThrow('no room left');
  await stop();
});
