/**
 * Text to GB18030 bytes. Node only decodes this encoding, so the two-byte table is made by
 * decoding every two-byte sequence and turning the result round.
 */

/** @returns {Map<string, readonly [number, number]>} character -> its two bytes */
function twoByteTable() {
  const decoder = new TextDecoder('gb18030');
  const table = new Map();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      // Unassigned sequences decode to private-use characters; nobody writes those.
      if (/^[\ue000-\uf8ff\ufffd]/.test(character) || table.has(character)) continue;
      table.set(character, [lead, trail]);
    }
  }
  return table;
}

const TABLE = twoByteTable();

/**
 * True when every character is ASCII or has two bytes in GB18030 (that is, in GBK).
 * @param {string} text
 */
export function fitsGbk(text) {
  return [...text].every((character) => character <= '\x7f' || TABLE.has(character));
}

/**
 * Encodes text of ASCII and two-byte characters.
 * @param {string} text
 * @returns {Uint8Array}
 * @throws {RangeError} at a character that would need four bytes
 */
export function encodeGb18030(text) {
  const bytes = [];
  for (const character of text) {
    const pair = TABLE.get(character);
    if (character <= '\x7f') bytes.push(character.charCodeAt(0));
    else if (pair) bytes.push(...pair);
    else throw new RangeError(`no two-byte GB18030 form: ${character}`);
  }
  return Uint8Array.from(bytes);
}
