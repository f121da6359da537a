/** Where things of a page come to lie once it is printed, told by the printed document itself. */
import type { Page } from 'playwright-core';

export interface PrintedPlace {
  /** From 0. */
  readonly sheet: number;
  /** Points from the upper edge of what is within the margins. */
  readonly top: number;
}

/**
 * Prints and asks the PDF where elements are: a browser writes down the place of all that a link
 * leads to.
 *
 * @param page its elements of these ids get a link each, at its end
 */
export async function placesInPdf(
  page: Page,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PrintedPlace>> {
  await page.evaluate((all) => {
    const links = all.map((id) => {
      const link = document.createElement('a');
      link.href = `#${id}`;
      link.textContent = id;
      return link;
    });
    document.body.append(...links);
  }, ids);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return destinations(pdf.toString('latin1'));
}

function destinations(pdf: string): ReadonlyMap<string, PrintedPlace> {
  const sheets = [...pdf.matchAll(/^(\d+) 0 obj\s*<<\/Type \/Page$/gm)].map(([, id]) => id!);
  const heights = [...pdf.matchAll(/\/MediaBox \[0 0 [\d.]+ ([\d.]+)\]/g)].map(([, one]) => one);
  const found = pdf.matchAll(/\/([\w-]+) \[(\d+) 0 R \/XYZ -?[\d.]+ (-?[\d.]+) 0\]/g);
  return new Map(
    [...found].map(([, id, sheet, y]) => {
      const at = sheets.indexOf(sheet!);
      return [id!, { sheet: at, top: Number(heights[at]) - Number(y) }];
    }),
  );
}
