/**
 * How much a text looks like one that a person wrote, for telling encodings apart.
 *
 * Validity cannot tell GB18030, Big5, Windows-1252 and Mac Roman: nearly any bytes are valid in
 * all of them. But bytes read in the wrong encoding give rare characters in odd company.
 */

import { westernWeight } from './western.ts';

/** Which reading is being judged: a Chinese one or a Western one. */
export type Script = 'chinese' | 'western';

/**
 * Mean weight of the characters beyond ASCII, from about 1 (each one is common) to -3 (none can
 * be decoded); 0 where there are none.
 *
 * @example plausibility('党建和业务两张皮', 'chinese') // near 1
 * @example plausibility('µ³½¨ºÍÒµÎñ', 'western') // below 0
 */
export function plausibility(text: string, script: Script): number {
  const weigh = script === 'chinese' ? chineseWeight : westernWeight;
  let sum = 0;
  let n = 0;
  let before = ' ';
  const characters = [...text];
  for (let i = 0; i < characters.length; i += 1) {
    const character = characters[i]!;
    if (character > '\x7f') {
      sum += weigh(character, before, characters[i + 1] ?? ' ');
      n += 1;
    }
    before = character;
  }
  return n === 0 ? 0 : sum / n;
}

const REPLACEMENT = '\ufffd';
const HANZI = /\p{Script=Han}/u;
/** Chinese punctuation, full-width forms, and the marks that survey tools put between options. */
const CHINESE_MARK = /[\u3001-\u3017\uff01-\uff5e\uffe5‘’“”…—·×℃％→┋│①-⑳Ⅰ-Ⅻ\u3000]/u;

/** Marks of tables and lists, and pictures. */
const SYMBOL = /[★☆○●◎◇◆□■△▲※√≥≤≠≈∞☑☐①-⒛㈠-㈩\p{Extended_Pictographic}]/u;

function chineseWeight(character: string, before: string, after: string): number {
  if (character === REPLACEMENT) return -3;
  if (HANZI.test(character)) {
    // Chinese comes in words: a single hanzi among Latin letters is a misread accent.
    const alone = before <= '\x7f' && after <= '\x7f';
    const odd = (alone ? 0.3 : 0) + (alone && /[a-z]/.test(before) ? 0.7 : 0);
    if (FREQUENT.has(character)) return 1 - odd;
    return (standardHanzi().has(character) ? 0.3 : -0.7) - odd;
  }
  if (CHINESE_MARK.test(character)) return 0.8;
  return SYMBOL.test(character) ? 0.5 : -1;
}

let standard: ReadonlySet<string> | null = null;

/**
 * The hanzi of everyday use: level 1 of GB 2312 (3,755 simplified) and of Big5 (5,401
 * traditional). The standards order them by use, so the code charts themselves are the list.
 */
function standardHanzi(): ReadonlySet<string> {
  standard ??= new Set([...chart('gb18030', 0xb0, 0xd7), ...chart('big5', 0xa4, 0xc5)]);
  return standard;
}

/** All double-byte characters of an encoding with lead bytes `first` to `last`. */
function chart(encoding: string, first: number, last: number): string[] {
  const bytes: number[] = [];
  const trails =
    encoding === 'big5' ? [...range(0x40, 0x7e), ...range(0xa1, 0xfe)] : range(0xa1, 0xfe);
  for (const lead of range(first, last)) for (const trail of trails) bytes.push(lead, trail);
  return [...new TextDecoder(encoding).decode(Uint8Array.from(bytes))].filter((one) =>
    HANZI.test(one),
  );
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/** Frequent hanzi of everyday and office prose; traditional forms follow the simplified ones. */
const FREQUENT: ReadonlySet<string> = new Set(
  [
    '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里',
    '用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只从想实',
    '日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政',
    '美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员',
    '解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件',
    '计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象',
    '完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运组织书支部',
    '党务责任缺乏足够考核评价流于形式负担繁费培训干部基层群众服务监督纪律作风会议材料检查创新能力素质素养',
    '单位称职务您认为请选择序号提交答卷时间所用来源满意非常比较一般差男女岁以下其他填空跳过男性龄月收入学历',
    '這個們來為國說時會對過發後裡種經麼學現當沒動還進樣開從實軍無與長機業將兩間問應戰頭體見產話給東聲員',
    '論處義幾條氣題爾別變總電數報結場計資許統區隊決馬書則聽卻強難權設記據邊張該規萬覺術領確傳師觀讓識帶導',
    '爭運組織黨務責任夠評價負擔費訓幹層眾監督紀風議檢創質單稱職認請選擇號時來滿較歲填過齡歷機關離開處辦',
  ].join(''),
);
