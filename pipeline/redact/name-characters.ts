/** Characters of Chinese names, simplified. */

/** Surnames of which hardly any begins or ends a common word. */
export const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱林何郭罗梁宋郑谢韩唐冯董袁邓许沈曾彭吕苏卢蒋蔡贾魏薛余潘杜戴钟汪' +
  '姜范姚谭廖邹熊郝崔邱秦侯邵孟龚尹黎覃阎傅谌';
/** Surnames that are common as words too. */
export const MORE_SURNAMES =
  '高马任方石金江万白史田程于叶丁夏陆孔康毛顾段雷钱汤易常武乔贺赖文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞' +
  '章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴' +
  '席卫查屈鲍位霍翁隋甘景单包司柏宁柯阮闵解强柴华车冉房';
export const DOUBLE_SURNAMES = '欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|司徒|夏侯|端木|令狐';

/** Characters of given names. */
export const GIVEN =
  '伟芳娜敏静丽磊军勇艳杰娟涛超秀霞刚桂英玉红梅玲燕鹏飞辉峰斌波宇浩健俊帆雪琴莲珍凤洁萍毅琳真荣爱香' +
  '莺媛瑞凡佳嘉琼勤珊雅慧雯颖婷娇婉娴瑾怡婵蓉眉君薇菁梦岚欣馨琰韵融咏卿聪澜纯悦昭琬羽希晓欢芸菲伊思' +
  '宝建庆志海春松森德福贵祥栋梁维启克翔旭晨辰良壮彪诚震振武顺涵轩梓宸淑惠珠翠亮锋钢铁';
/** Only as one of two characters of a given name. */
export const MORE_GIVEN =
  '国明华强平兰云文东林树生根达安岩中有坚和博敬兴清新利才发富信子一天义光世永长家学成立';
