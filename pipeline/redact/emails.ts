/** E-mail addresses. */
import { findAll } from './matches.ts';
import type { Finder } from './personal.ts';

/** Begins only where a run of its characters begins, so that a long run is read once. */
const EMAIL =
  /(?<![\w.%+-])[\w.%+-]{1,64}@(?:[A-Za-z\d](?:[A-Za-z\d-]{0,62})\.){1,8}[A-Za-z]{2,24}(?![A-Za-z\d-])/g;

export const findEmails: Finder = ({ plain }) => findAll(plain, EMAIL, () => 'email');
