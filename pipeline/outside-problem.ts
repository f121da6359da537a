/** Errors of the file system that the user can mend, as problems. */
import { InputError, problem } from './errors.ts';

/** No room, no right, no such device. */
const OUTSIDE = [
  'ENOSPC',
  'EDQUOT',
  'EACCES',
  'EPERM',
  'EROFS',
  'EIO',
  'EBUSY',
  'EXDEV',
  'ENOTDIR',
  'ENAMETOOLONG',
  'ELOOP',
  'EMFILE',
  'EFBIG',
];

/** What the user can mend of an error that the system gave; null for any other. */
export function outsideProblem(error: unknown): InputError | null {
  const { code = '', path, syscall } = error as NodeJS.ErrnoException;
  // A folder that cannot be made where there is one to make it in, as in /proc.
  const isNoPlace = code === 'ENOENT' && syscall === 'mkdir';
  if (!(error instanceof Error) || !(isNoPlace || OUTSIDE.includes(code))) return null;
  const place = path === undefined ? {} : { file: path };
  return new InputError([problem('cannot-access', place, { detail: error.message })], {
    cause: error,
  });
}
