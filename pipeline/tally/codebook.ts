/** The taxonomies a survey uses, with what counting and showing need to look up in them. */
import type { Taxonomy, Theme } from '../taxonomy/taxonomy.ts';

export interface Codebook {
  /** By the id or path that survey.yaml names, in order of first use. */
  readonly taxonomies: ReadonlyMap<string, Taxonomy>;
  /** Themes with a member in one of these taxonomies. */
  readonly themes: readonly Theme[];
}
