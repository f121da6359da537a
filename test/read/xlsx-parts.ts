/** Workbooks written part by part, as no spreadsheet program would write some of them. */
import { crc32, deflateRawSync } from 'node:zlib';

/** What the headers of a zip file say of a part, where it is not the truth. */
export interface Lie {
  readonly unpacked?: number;
  readonly unpackedLocally?: number;
  readonly encrypted?: boolean;
}

/** A zip file of these parts. */
export function zip(
  parts: Readonly<Record<string, string | Uint8Array>>,
  lies: Readonly<Record<string, Lie>> = {},
): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(parts)) {
    const data = Buffer.from(content);
    const packed = deflateRawSync(data);
    const { unpacked = data.length, unpackedLocally = unpacked, encrypted } = lies[name] ?? {};
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(encrypted ? 1 : 0, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(unpackedLocally, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = [Buffer.from('PK\x03\x04'), Buffer.from(common), Buffer.from(name), packed];
    common.writeUInt32LE(unpacked, 18);
    const where = Buffer.alloc(14);
    where.writeUInt32LE(at, 10);
    // The directory has one more field in front, and its comment and place behind.
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), common, where, Buffer.from(name));
    locals.push(...local);
    at += local.reduce((sum, one) => sum + one.length, 0);
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

const XML = '<?xml version="1.0"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const SHEET = 'xl/worksheets/sheet1.xml';

/** The parts of a workbook with one sheet `S`; `inside` is what its XML holds. */
export function workbookParts(inside: string): Record<string, string> {
  return {
    '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/${SHEET}" ContentType="${TYPE}.worksheet+xml"/></Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    [SHEET]: `${XML}<worksheet xmlns="${MAIN}">${inside}</worksheet>`,
  };
}

/** The XML of a sheet: texts by their place, or a whole `<c>` where it begins with `<`. */
export function sheetData(cells: Readonly<Record<string, string>>): string {
  const rows = new Map<number, string>();
  for (const [place, text] of Object.entries(cells)) {
    const row = Number(/\d+$/.exec(place)?.[0]);
    const xml = text.startsWith('<')
      ? text
      : `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
    rows.set(row, (rows.get(row) ?? '') + xml);
  }
  const lines = [...rows].map(([row, xml]) => `<row r="${row}">${xml}</row>`);
  return `<sheetData>${lines.join('')}</sheetData>`;
}

/** As `sheetData`, with merged ranges such as `A1:B1`. */
export function mergedSheet(cells: Readonly<Record<string, string>>, ranges: readonly string[]) {
  const merges = ranges.map((range) => `<mergeCell ref="${range}"/>`).join('');
  return `${sheetData(cells)}<mergeCells count="${ranges.length}">${merges}</mergeCells>`;
}
