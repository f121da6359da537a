/** Completes the files of a round. */
import { problem } from '../errors.ts';
import { type Context, inside } from './complete.ts';
import { isTally } from './counted-elsewhere.ts';
import type { SurveySpec } from './schema.ts';
import type { RoundFile } from './survey.ts';
import { at, type KeyPath } from './yaml.ts';

type FileSpec = NonNullable<SurveySpec['rounds'][number]['files']>[number];

/** The files of round `i`. */
export function completeFiles(
  files: readonly FileSpec[],
  i: number,
  context: Context,
): readonly RoundFile[] {
  return files.map((one, j): RoundFile => {
    const given = typeof one === 'string' ? { path: one } : one;
    const key: KeyPath = ['rounds', i, 'files', j];
    if (isTally({ name: given.path }) && Object.keys(given).length > 1) {
      context.report(problem('tally-options', at(context.yaml, key)));
    }
    return {
      path: inside(given.path, key, context),
      name: nameOf(given, files),
      encoding: given.encoding ?? null,
      sheet: given.sheet ?? null,
      headerRows: given.header_rows ?? null,
      twin:
        given.twin === undefined
          ? null
          : { path: inside(given.twin, [...key, 'twin'], context), name: given.twin },
    };
  });
}

/** A workbook of which the round reads several sheets has each of them as a file: `a.xlsx [二处]`. */
function nameOf(
  { path, sheet }: { readonly path: string; readonly sheet?: string | undefined },
  files: readonly FileSpec[],
): string {
  const same = files.filter((one) => (typeof one === 'string' ? one : one.path) === path);
  return sheet !== undefined && same.length > 1 ? `${path} [${sheet}]` : path;
}
