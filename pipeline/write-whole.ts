/** Writes a file as a whole: what stood there stays until the new one is complete. */
import type { Effects } from './effects.ts';

/** Takes some text; resolves when more can be taken. */
export type Write = (text: string | Uint8Array) => Promise<void>;

/**
 * The new file stands beside the old one until it is complete.
 *
 * @param options `secret`: nobody but the owner may read it
 */
export async function writeWhole(
  path: string,
  { fx }: { readonly fx: Effects },
  fill: (write: Write) => Promise<void>,
  options: { readonly secret?: boolean } = {},
): Promise<void> {
  const partial = `${path}.part`;
  fx.remove(partial);
  const forget = fx.onInterrupt(() => fx.remove(partial));
  try {
    const file = await fx.create(partial, options);
    try {
      await fill((text) => file.write(text));
    } finally {
      await file.close();
    }
    fx.rename([[partial, path]]);
  } catch (error) {
    fx.remove(partial);
    throw error;
  } finally {
    forget();
  }
}
