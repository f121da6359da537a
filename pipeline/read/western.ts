/** How much a character beyond ASCII looks at home in a Western European text. */

/** Letters of French, German, Spanish, Portuguese, Italian and the Nordic languages. */
const COMMON = /[éèàùâêîôûçëïüöäßñáíóúãõåæøœ]/u;
const LETTER = /[À-ÖØ-öø-ÿŒœŠšŽžŸ]/u;
const CAPITAL = /[À-ÖØ-ÞŒŠŽŸ]/u;
const MARK = /[‘’“”–—…•€£©®™°§«»¿¡·ªº\u00a0]/u;
const SIGN = /[±µ×÷¼½¾²³¢¥]/u;

/**
 * From -2 (a control character) to 1 (an apostrophe between letters).
 *
 * Windows-1252 and Mac Roman give each byte another character, so what stands beside it decides:
 * no capital follows a small letter (donÕt), no sign stands within a word (Gro§e), and several
 * bytes beyond ASCII in a row are seldom a Western word.
 *
 * @param before,after the characters beside it; a blank at either end of the text
 */
export function westernWeight(character: string, before: string, after: string): number {
  if (/[\x80-\x9f\ufffd]/u.test(character)) return -2;
  const alone = before <= '\x7f' && after <= '\x7f';
  if (LETTER.test(character)) return alone ? letterWeight(character, before, after) : -0.4;
  if (!MARK.test(character)) return alone && SIGN.test(character) ? 0.2 : -1;
  if (!alone) return companyWeight(before, after);
  return markWeight(character, before, after);
}

function letterWeight(character: string, before: string, after: string): number {
  if (!/[A-Za-z]/.test(before + after)) return 0;
  if (CAPITAL.test(character)) return /[a-z]/.test(before) ? -0.6 : 0.5;
  return COMMON.test(character) ? 0.9 : 0.2;
}

/** A mark beside a letter beyond ASCII: `l’été`, `“Ärger”`. */
function companyWeight(before: string, after: string): number {
  const letter = (one: string) => one > '\x7f' && COMMON.test(one.toLowerCase());
  return letter(before) !== letter(after) ? 0.3 : -0.4;
}

function markWeight(character: string, before: string, after: string): number {
  const within = /[a-z]/.test(before) && /[a-z]/.test(after);
  const opens = !/[A-Za-z]/.test(before) && /\S/.test(after);
  const closes = /\S/.test(before) && !/[A-Za-z]/.test(after);
  switch (character) {
    case '’':
      return within ? 1 : closes ? 0.9 : 0.2;
    case '“':
    case '‘':
    case '«':
    case '¿':
    case '¡':
      return opens ? 0.9 : -0.3;
    case '”':
    case '»':
      return closes ? 0.9 : -0.3;
    case '…':
      return closes ? 0.9 : 0.2;
    default:
      return within ? -0.6 : 0.8;
  }
}
