/** Whole files, made up in tests, and the draft that comes of them. */
import { seeFile } from '../../../pipeline/read/guess/file.ts';
import { draftSurvey } from '../../../pipeline/read/guess/survey.ts';
import type { Draft } from '../../../pipeline/survey/draft.ts';
import { oneFile } from '../effects.ts';

/** The draft of files given as tables: rows of cells without commas. */
export async function draftOf(...tables: readonly (readonly string[])[]): Promise<Draft> {
  const seen = await Promise.all(
    tables.map((lines, i) => {
      const bytes = Buffer.from(`${lines.join('\n')}\n`);
      const name = `round${i + 1}.csv`;
      return seeFile(`/${name}`, name, oneFile(bytes, 1000));
    }),
  );
  return draftSurvey(seen, ({ name }) => name);
}

/** A header, and `count` rows made by number. */
export const table = (header: string, count: number, row: (i: number) => string) => [
  header,
  ...Array.from({ length: count }, (_, i) => row(i)),
];

export const units = (i: number) => `${i % 6}处`;
