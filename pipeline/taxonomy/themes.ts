/** Themes that the built-in taxonomies share, so that their results stand side by side. */

import type { Effects } from '../effects.ts';
import { InputError } from '../errors.ts';
import { dataFile } from '../package-root.ts';
import type { LocalText } from '../survey/text.ts';
import { codesOf, type Taxonomy, type Theme } from './taxonomy.ts';
import { hintFor, readYaml, type YamlReader } from './yaml-reader.ts';

/** Loads themes.yaml; see `parseThemes`. */
export async function loadThemes(
  taxonomies: readonly Taxonomy[],
  fx: Effects,
): Promise<readonly Theme[]> {
  const bytes = await fx.read(dataFile('taxonomy', 'themes.yaml'));
  return parseThemes(new TextDecoder().decode(bytes), 'taxonomy/themes.yaml', taxonomies);
}

/**
 * Reads a list of `{id, labels, members: {organ: [A6], …}}`.
 *
 * Members of a taxonomy that is not among `taxonomies` are kept unchecked.
 *
 * @throws InputError if a code does not exist or stands in two themes, or a key is wrong
 */
export function parseThemes(
  source: string,
  file: string,
  taxonomies: readonly Taxonomy[],
): readonly Theme[] {
  const reader = readYaml(source, file);
  if (reader.problems.length > 0) throw new InputError(reader.problems);
  const themes: Theme[] = [];
  const themeOf = new Map<string, string>();
  const idLines = new Map<string, number>();
  for (const item of reader.items(reader.root)) {
    const fields = reader.fields(item, ['id', 'labels', 'members'], ['id', 'labels', 'members']);
    const id = reader.text(fields.get('id')) ?? '';
    const first = idLines.get(id);
    if (first !== undefined) reader.report('taxonomy-id-twice', item, { id, first });
    idLines.set(id, item.line);
    const labels = reader.localText(fields.get('labels'), true) as LocalText;
    const members = new Map<string, readonly string[]>();
    const field = fields.get('members');
    const names = field === undefined ? [] : keysOf(field.node);
    const byTaxonomy = field === undefined ? new Map() : reader.fields(field, names, []);
    for (const [taxonomy, list] of byTaxonomy) {
      members.set(taxonomy, readMembers(reader, list, id, taxonomy, taxonomies, themeOf));
    }
    themes.push({ id, labels, members });
  }
  if (reader.problems.length > 0) throw new InputError(reader.problems);
  return themes;
}

function readMembers(
  reader: YamlReader,
  list: Parameters<YamlReader['items']>[0],
  theme: string,
  taxonomyId: string,
  taxonomies: readonly Taxonomy[],
  themeOf: Map<string, string>,
): readonly string[] {
  const taxonomy = taxonomies.find((one) => one.id === taxonomyId);
  const known = taxonomy === undefined ? undefined : codesOf(taxonomy);
  return reader.items(list).flatMap((item) => {
    const code = reader.text(item);
    if (code === null) return [];
    if (known !== undefined && !known.includes(code)) {
      const values = { theme, code, taxonomy: taxonomyId, hint: hintFor(code, known) };
      reader.report('theme-code-unknown', item, values);
    }
    const key = `${taxonomyId} ${code}`;
    const first = themeOf.get(key);
    if (first !== undefined) {
      reader.report('theme-code-twice', item, { code, first, second: theme });
    }
    themeOf.set(key, theme);
    return [code];
  });
}

function keysOf(node: unknown): string[] {
  const items = (node as { items?: readonly { key?: unknown }[] } | null)?.items ?? [];
  return items.flatMap((pair) =>
    pair.key === undefined ? [] : [String((pair.key as { value?: unknown }).value)],
  );
}
