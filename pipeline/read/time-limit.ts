/** A limit on how long a library may take over input that was made to confuse it. */
import { runInNewContext } from 'node:vm';

/**
 * What `act` returns, or null after `milliseconds`: it is then stopped wherever it is.
 *
 * @param act must not wait for anything, and leaves nothing half done that others use
 */
export function withinTime<T>(milliseconds: number, act: () => T): { readonly value: T } | null {
  try {
    // The limit holds for all that runs inside, our own functions too.
    return { value: runInNewContext('act()', { act }, { timeout: Math.ceil(milliseconds) }) as T };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return null;
    throw error;
  }
}
