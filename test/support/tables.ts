/** Tables without a line, to fill in what a test is about. */
import type { Tables } from '../../pipeline/aggregate/tables.ts';

export const NO_TABLES: Tables = {
  problems: [],
  themes: [],
  closed: [],
  trends: [],
  series: [],
  contrasts: [],
  scales: [],
  scale_trends: [],
  panel: [],
  tests: [],
  pairs: [],
  coding: [],
  sensitivity: [],
  bases: [],
  response: [],
  quality: [],
  uncoded: [],
  quotes: [],
  hygiene: [],
  personal: [],
  restated: [],
  rows: [],
};
