/** `canvass taxonomy`: the built-in taxonomies, or one as a tree. */

import { explainWords } from '../messages/explain.ts';
import { fill } from '../messages/message.ts';
import { listTaxonomies, loadTaxonomy } from '../taxonomy/load.ts';
import type { CodeEntry, Taxonomy } from '../taxonomy/taxonomy.ts';
import { columnWidth, padColumns } from './column-width.ts';
import type { Context } from './context.ts';

/** Lists the built-in taxonomies, or prints the one named; with `json` all that is known of it. */
export async function taxonomyCommand(
  idOrPath: string | undefined,
  { json = false }: { readonly json?: boolean },
  { fx, lang, cwd }: Pick<Context, 'fx' | 'lang' | 'cwd'>,
): Promise<void> {
  if (idOrPath === undefined) {
    const all = await Promise.all(listTaxonomies().map((id) => loadTaxonomy(id, cwd, fx)));
    const summaries = all.map((one) => ({ id: one.id, labels: one.labels, ...countsOf(one) }));
    await fx.print(
      json
        ? `${JSON.stringify(summaries, null, 2)}\n`
        : `${all.map((one) => headLine(one, lang)).join('\n')}\n`,
    );
    return;
  }
  const taxonomy = await loadTaxonomy(idOrPath, cwd, fx);
  await fx.print(
    json
      ? `${JSON.stringify(taxonomy, null, 2)}\n`
      : `${taxonomyLines(taxonomy, lang).join('\n')}\n`,
  );
}

/** A taxonomy as a tree: id, label, number of terms and of examples. */
export function taxonomyLines(taxonomy: Taxonomy, lang: Context['lang']): readonly string[] {
  const examples = examplesByCode(taxonomy);
  const rows = taxonomy.problems.flatMap((problem) => [
    row(problem, ''),
    ...problem.subproblems.map((entry) => row(entry, '  ')),
  ]);
  const width = Math.max(0, ...rows.map((one) => columnWidth(one.name)));
  return [
    headLine(taxonomy, lang),
    ...rows.map((one) => `  ${padColumns(one.name, width)}  ${one.counts}`),
  ];

  function row(entry: CodeEntry, indent: string) {
    const values = { terms: entry.terms.length, examples: examples.get(entry.id) ?? 0 };
    return {
      name: `${indent}${entry.id}  ${entry.labels[lang]}`,
      counts: fill(explainWords[lang].counts, values),
    };
  }
}

function headLine(taxonomy: Taxonomy, lang: Context['lang']): string {
  const values = { id: taxonomy.id, label: taxonomy.labels[lang], ...countsOf(taxonomy) };
  return fill(explainWords[lang].taxonomyHead, values);
}

function countsOf({ problems, examples }: Taxonomy) {
  const subproblems = problems.flatMap((problem) => problem.subproblems);
  const terms = [...problems, ...subproblems].reduce((sum, entry) => sum + entry.terms.length, 0);
  return {
    problems: problems.length,
    subproblems: subproblems.length,
    terms,
    examples: examples.length,
  };
}

function examplesByCode({ examples }: Taxonomy): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const code of examples.flatMap((example) => example.codes)) {
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return counts;
}
