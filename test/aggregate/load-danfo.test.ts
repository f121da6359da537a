/** What danfo is loaded with, in the built program: under Jest, no module takes the place of another. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../..');

/** What a script prints that knows `danfo` and the `require` of danfo. */
function printed(body: string): readonly string[] {
  const script = `
    import { createRequire } from 'node:module';
    import { danfo } from './dist/aggregate/load-danfo.js';
    const require = createRequire(createRequire(import.meta.url).resolve('danfojs-node'));
    ${body}`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    ...{ cwd: root, encoding: 'utf8' },
  });
  return [stdout, stderr];
}

test('danfo takes mathjs in one file, and works with it', () => {
  const out = printed(`
    const files = Object.keys(require.cache).filter((path) => path.includes('/mathjs/'));
    const one = require('mathjs') === require('mathjs/lib/browser/math.js');
    console.log(files.length, one, new danfo.Series([1, 2, 6]).mean());`);
  expect(out).toEqual(['2 true 3\n', '']);
});

test('danfo cannot fetch anything from the network: what it would do so with is not loaded', () => {
  const out = printed(`
    const why = [];
    for (const read of ['readCSV', 'readJSON', 'readExcel', 'streamCSV']) {
      const failed = async () => danfo[read]('http://localhost:1/x', () => null);
      await failed().catch((error) => why.push(error.message));
    }
    console.log(why.join());`);
  expect(out).toEqual([`${Array(4).fill('the network is not used').join()}\n`, '']);
});
