/** One temporary folder for all that tests leave behind, of the programs they start too. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export default function makeTemporary() {
  process.env.TMPDIR = mkdtempSync(join(tmpdir(), 'canvass-tests-'));
}
