/** How cells look: xl/styles.xml, and the numbers by which cells name what it holds. */

/** Of cells, by their index in the list of formats. */
export const STYLES = [
  'text',
  'head',
  'count',
  'percent',
  'whole-percent',
  'points',
  'hundredths',
  'tenths',
  'chance',
  'signed',
  'title',
  'wrapped',
] as const;

export type Style = (typeof STYLES)[number];

/** Number formats; those below 164 are every spreadsheet's own, 49 being text that stays text. */
const FORMATS: Readonly<Record<Style, number>> = {
  text: 49,
  head: 49,
  count: 3,
  percent: 164,
  'whole-percent': 9,
  points: 165,
  hundredths: 2,
  tenths: 166,
  chance: 167,
  signed: 168,
  title: 49,
  wrapped: 49,
};

const CODES = [
  [164, '0.0%'],
  [165, '+0.0%;-0.0%;0.0%'],
  [166, '#,##0.0'],
  [167, '0.0000'],
  [168, '+0.00;-0.00;0.00'],
] as const;

/** Fonts: 0 plain, 1 bold, 2 large; fills: the two that must be there, then that of heads. */
function formatOf(style: Style): string {
  const font = style === 'head' ? 1 : style === 'title' ? 2 : 0;
  const fill = style === 'head' ? 2 : 0;
  const isWrapped = style === 'head' || style === 'wrapped';
  const wrap = isWrapped ? ' wrapText="1"' : '';
  return (
    `<xf numFmtId="${FORMATS[style]}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0"` +
    ` applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1">` +
    `<alignment vertical="top"${wrap}/></xf>`
  );
}

const FONT = '<name val="Calibri"/><family val="2"/>';

/** The same for every survey. */
export const STYLES_XML =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  `<numFmts count="${CODES.length}">` +
  CODES.map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`).join('') +
  '</numFmts>' +
  `<fonts count="3"><font><sz val="11"/>${FONT}</font><font><b/><sz val="11"/>${FONT}</font>` +
  `<font><b/><sz val="14"/>${FONT}</font></fonts>` +
  '<fills count="3"><fill><patternFill patternType="none"/></fill>' +
  '<fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid">' +
  '<fgColor rgb="FFEDE7DD"/><bgColor indexed="64"/></patternFill></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="${STYLES.length}">${STYLES.map(formatOf).join('')}</cellXfs>` +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
  '</styleSheet>';
