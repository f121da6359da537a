/** What danfo is loaded with, in the built program: under Jest, no module takes the place of another. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../..');

test('danfo takes mathjs in one file, and works with it', () => {
  const script = `
    import { createRequire } from 'node:module';
    import { danfo } from './dist/aggregate/load-danfo.js';
    const require = createRequire(createRequire(import.meta.url).resolve('danfojs-node'));
    const files = Object.keys(require.cache).filter((path) => path.includes('/mathjs/'));
    const one = require('mathjs') === require('mathjs/lib/browser/math.js');
    console.log(files.length, one, new danfo.Series([1, 2, 6]).mean());`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    ...{ cwd: root, encoding: 'utf8' },
  });
  expect([stdout, stderr]).toEqual(['2 true 3\n', '']);
});
