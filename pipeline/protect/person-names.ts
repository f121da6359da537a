/**
 * Whether words may name a person: 张书记, 王主任, 李姐, 老张, 王建国, Ms Wong.
 *
 * By lists of surnames, titles and characters of given names, so it errs on the side of caution
 * (高峰 may be a name) and cannot know every name there is.
 */
import { stemOf } from '../taxonomy/fold.ts';

/** Of which hardly any begins or ends a common word; also before short titles and after 老 and 小. */
const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱林何郭罗梁宋郑谢韩唐冯董袁邓许沈曾彭吕苏卢蒋蔡贾魏薛余潘杜戴钟汪' +
  '姜范姚谭廖邹熊郝崔邱秦侯邵孟龚尹黎覃阎傅谌';
/** Surnames that are common as words too. */
const MORE_SURNAMES =
  '高马任方石金江万白史田程于叶丁夏陆孔康毛顾段雷钱汤易常武乔贺赖文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞' +
  '章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴' +
  '席卫查屈鲍位霍翁隋甘景单包司柏宁柯阮闵解强柴华车冉房';
const DOUBLE_SURNAMES = '欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|司徒|夏侯|端木|令狐';

const TITLES =
  '书记|副书记|主任|局长|处长|科长|部长|厅长|司长|院长|校长|所长|站长|队长|组长|会长|社长|行长|店长|厂长|' +
  '场长|矿长|股长|庭长|台长|馆长|园长|村长|乡长|镇长|县长|区长|市长|州长|省长|班长|连长|营长|团长|师长|' +
  '政委|参谋|指导员|教导员|辅导员|主席|委员|常委|代表|秘书|干事|助理|经理|董事|总裁|总监|工程师|会计|出纳|' +
  '老师|教师|教授|博士|导师|医生|大夫|护士|律师|法官|警官|师傅|同志|同学|先生|女士|小姐|太太|阿姨|大姐|大哥|' +
  '支书|某';
const SHORT_TITLES = '姐哥弟妹叔伯姨婶嫂爷总工局处科董队所院部厅校支老';

const GIVEN =
  '伟芳娜敏静丽磊军勇艳杰娟涛超秀霞刚桂英玉红梅玲燕鹏飞辉峰斌波宇浩健俊帆雪琴莲珍凤洁萍毅琳真荣爱香' +
  '莺媛瑞凡佳嘉琼勤珊雅慧雯颖婷娇婉娴瑾怡婵蓉眉君薇菁梦岚欣馨琰韵融咏卿聪澜纯悦昭琬羽希晓欢芸菲伊思' +
  '宝建庆志海春松森德福贵祥栋梁维启克翔旭晨辰良壮彪诚震振武顺涵轩梓宸淑惠珠翠亮锋钢铁';
/** Only as one of two characters of a given name. */
const MORE_GIVEN =
  '国明华强平兰云文东林树生根达安岩中有坚和博敬兴清新利才发富信子一天义光世永长家学成立';

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
