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

/** Whether the system refused something, as a full disk or a folder that is gone. */
export function isOfSystem(error: unknown): error is NodeJS.ErrnoException {
  return typeof (error as NodeJS.ErrnoException | null)?.syscall === 'string';
}

/** Why, without the paths, which are those of files in the making. @example 'EACCES: permission denied' */
export function reasonOf({ message }: Error): string {
  return message.replace(/, \w+(?: '[^']*'(?: -> '[^']*')?)?$/, '');
}

/**
 * What the user can mend of an error that the system gave; null for any other.
 *
 * @param stands whether results were to be written, and the old ones stand as they were
 */
export function outsideProblem(error: unknown, stands = false): InputError | null {
  const { code = '', path, syscall } = error as NodeJS.ErrnoException;
  // A folder that cannot be made where there is one to make it in, as in /proc.
  const isNoPlace = code === 'ENOENT' && syscall === 'mkdir';
  if (!(error instanceof Error) || !(isNoPlace || OUTSIDE.includes(code))) return null;
  const place = path === undefined ? {} : { file: path };
  const message = stands ? 'cannot-access-yet' : 'cannot-access';
  return new InputError([problem(message, place, { detail: error.message })], { cause: error });
}
