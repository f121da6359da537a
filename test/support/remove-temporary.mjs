import { rmSync } from 'node:fs';

export default function removeTemporary() {
  rmSync(process.env.TMPDIR, { recursive: true, force: true, maxRetries: 5 });
}
