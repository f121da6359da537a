/**
 * Whether words may name a person: 张书记, 王主任, 李姐, 老张, 王建国, Ms Wong.
 *
 * By lists of surnames, titles and characters of given names, so it errs on the side of caution
 * (高峰 may be a name) and cannot know every name there is.
 */
import {
  DOUBLE_SURNAMES,
  GIVEN,
  MORE_GIVEN,
  MORE_SURNAMES,
  SURNAMES,
} from '../redact/name-characters.ts';
import { stemOf } from '../taxonomy/fold.ts';

const TITLES =
  '书记|副书记|主任|局长|处长|科长|部长|厅长|司长|院长|校长|所长|站长|队长|组长|会长|社长|行长|店长|厂长|' +
  '场长|矿长|股长|庭长|台长|馆长|园长|村长|乡长|镇长|县长|区长|市长|州长|省长|班长|连长|营长|团长|师长|' +
  '政委|参谋|指导员|教导员|辅导员|主席|委员|常委|代表|秘书|干事|助理|经理|董事|总裁|总监|工程师|会计|出纳|' +
  '老师|教师|教授|博士|导师|医生|大夫|护士|律师|法官|警官|师傅|同志|同学|先生|女士|小姐|太太|阿姨|大姐|大哥|' +
  '支书|某';
const SHORT_TITLES = '姐哥弟妹叔伯姨婶嫂爷总工局处科董队所院部厅校支老';

const set = (characters: string) => `[${characters}]`;
const ANY_SURNAME = `(?:${set(SURNAMES + MORE_SURNAMES)}|${DOUBLE_SURNAMES})`;
const ANY_GIVEN = set(GIVEN + MORE_GIVEN);
const CHINESE = new RegExp(
  [
    `${set(SURNAMES)}.{0,2}(?:${TITLES})`,
    `${ANY_SURNAME}(?:${TITLES})`,
    `${set(SURNAMES)}${set(SHORT_TITLES)}`,
    `[老小阿]${set(SURNAMES)}`,
    `${ANY_SURNAME}${ANY_GIVEN}{2}`,
    `${set(SURNAMES)}${set(GIVEN)}`,
    `(?:${DOUBLE_SURNAMES})${ANY_GIVEN}`,
  ].join('|'),
);

const ROMANISED = new Set(
  (
    'mr mrs ms miss dr prof sir madam cai cao chan chang chen cheung chow chu deng dong feng gao ' +
    'guo hsu huang hu jiang jin kwok lau lee leung li liang lin liu luo ma ng pan peng qian shen ' +
    'song sun tang tian tsai tsang wang wei wong wu xie xu xiao yang yao ye yip yuan zeng zhang ' +
    'zhao zheng zhong zhou zhu'
  )
    .split(' ')
    .map(stemOf),
);

/**
 * @param words folded words: Han characters and Latin words
 * @example mayNamePerson([...'张书记不管']) // true
 */
export function mayNamePerson(words: readonly string[]): boolean {
  return CHINESE.test(words.join('')) || words.some((word) => ROMANISED.has(word));
}
