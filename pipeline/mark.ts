/** The file that marks a folder as written by this program. */
export const MARK = 'manifest.json';

/** Whether a manifest.json is one that this program wrote. */
export function isOurs(manifest: Uint8Array): boolean {
  try {
    return JSON.parse(new TextDecoder().decode(manifest))?.program?.name === 'canvass';
  } catch {
    return false;
  }
}
