/** The parts of a workbook that tie its sheets together. */
import { HEAD, MAIN } from './sheet-xml.ts';
import { xmlText } from './xml.ts';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** [Content_Types].xml */
export function contentTypes(sheets: number): string {
  const part = (name: string, type: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${TYPE}.${type}+xml"/>`;
  return (
    `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    part('workbook', 'sheet.main') +
    part('styles', 'styles') +
    part('sharedStrings', 'sharedStrings') +
    numbers(sheets)
      .map((one) => part(`worksheets/sheet${one}`, 'worksheet'))
      .join('') +
    '</Types>'
  );
}

/** _rels/.rels */
export const WORKBOOK_RELATION = relationsXml([['officeDocument', 'xl/workbook.xml']]);

/** xl/_rels/workbook.xml.rels */
export function relationships(sheets: number): string {
  return relationsXml([
    ...numbers(sheets).map((one) => ['worksheet', `worksheets/sheet${one}.xml`] as const),
    ['styles', 'styles.xml'],
    ['sharedStrings', 'sharedStrings.xml'],
  ]);
}

/** xl/workbook.xml */
export function workbookXml(names: readonly string[]): string {
  const sheets = names.map(
    (name, at) => `<sheet name="${xmlText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  return (
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}">` +
    `<bookViews><workbookView activeTab="0"/></bookViews><sheets>${sheets.join('')}</sheets></workbook>`
  );
}

/** What holds no text of a survey in a workbook of so many sheets; the styles apart. */
export function fixedParts(sheets: number): readonly string[] {
  return [contentTypes(sheets), WORKBOOK_RELATION, relationships(sheets)];
}

function relationsXml(targets: readonly (readonly [type: string, target: string])[]): string {
  const all = targets.map(
    ([type, target], at) =>
      `<Relationship Id="rId${at + 1}" Type="${DOCUMENT}/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
}

function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, at) => at + 1);
}
