/** manifest.json: its texts, and the hashes of the documents, which must be those looked through. */
import { problem } from '../../errors.ts';
import { inspectJson } from './inspect-json.ts';
import type { Inspection } from './inspection.ts';
import { isObject, type Json } from './read-json.ts';

/** Comes after the documents that it names. @throws SyntaxError if it is not of that form */
export function inspectManifest(file: string, content: string, inspection: Inspection): void {
  const manifest = JSON.parse(content) as Json;
  if (!isObject(manifest)) throw new SyntaxError(file);
  const { documents: told = [], ...rest } = manifest;
  const seen = [...inspection.documents].map(([name, sha256]) => ({ file: name, sha256 }));
  if (JSON.stringify(told) !== JSON.stringify(seen)) {
    inspection.figures.push(problem('leak-form', { file, key: 'documents' }, { detail: file }));
  }
  inspectJson(rest, { file }, inspection);
}
