/** What the wording of a header tells about its column. */
import { simplified } from '../cell.ts';

/** `您所在的单位类型是？（单选）` -> `单位类型`: without who is asked and how. */
export function bareHeader(wording: string): string {
  return simplified(wording)
    .replace(/\((?:单选|必填|选填|填空)[^)]*\)|\[单选题?\]/g, '')
    .replace(/[([][^()[\]]*(?:多选|复选|multiple|all that apply)[^()[\]]*[)\]]/g, '')
    .trim()
    .replace(
      /^(?:请(?:问|选择|填写))?(?:您|你|贵|本人)?(?:目前|现在)?(?:的|所在的?|所属的?|工作的?(?=单位|部门))*/,
      '',
    )
    .replace(/(?:是|为|属于|\s|[::??。.*])+$/, '')
    .trim();
}

const PERSONAL =
  /(?:姓名|名字|昵称|手机号?码?|电话(?:号码)?|联系方式|邮箱(?:地址)?|电子邮件|微信号?|QQ(?:号码?)?|身份证号?码?|住址|通讯地址|工号|学号|学籍号|IP(?:地址)?|签名)(?:\(.*\))?$/i;
const PERSONAL_ENGLISH =
  /^(?:your |full |first |last |user ?)?(?:name|e-?mail(?: address)?|phone(?: number)?|mobile(?: number)?|telephone|home address|address|ip(?: address)?|signature|wechat(?: id)?|student id|staff id|employee id)$/i;

/** 姓名, 手机号, your email and the like. */
export function saysPersonal(wording: string): boolean {
  const bare = bareHeader(wording);
  // In a long sentence (您常用手机吗) the word is a subject, not a field to fill in.
  return (bare.length <= 16 && PERSONAL.test(bare)) || PERSONAL_ENGLISH.test(bare);
}

const UNIT =
  '单位|部门|处室|科室|支部|党支部|党总支|党委|党组织|党小组|地区|区域|片区|省份?|市|城市|区县|县区|县|街道|乡镇|村|社区|系统|行业|条线|战线|学院|院系|学校|班级|年级|分公司|公司|企业|机构|机关|车间|班组|岗位序列';
const GROUP = new RegExp(
  `^(?:${UNIT})(?:${UNIT})?(?:的)?(?:类型|名称|全称|简称|性质|类别|级别|层级|分类|归属)?$`,
);
const GROUP_ENGLISH =
  /^(?:(?:your|which|name of|type of) )?(?:\w+ )?(?:units?|departments?|divisions?|regions?|branch(?:es)?|facult(?:y|ies)|office|sites?|location|organi[sz]ation|country|province|team|shop|plant|school|district|city|sector|unit type)(?: (?:type|name|group))?(?: \(.*\))?$/i;

/** 单位, 您所在的部门, department: what results are broken down by. */
export function saysGroup(wording: string): boolean {
  const bare = bareHeader(wording);
  return GROUP.test(bare) || GROUP_ENGLISH.test(bare);
}

/** Ids of groups whose header is common; others are numbered. */
const GROUP_IDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:单位|机构|组织)的?(?:类型|性质|类别|分类)$|unit type/i, 'unit_type'],
  [/^单位|^units?\b/i, 'unit'],
  [/^部门|department/i, 'department'],
  [/支部/, 'branch'],
  [/^(?:地区|区域|片区)|region|location/i, 'region'],
  [/^系统/, 'system'],
  [/^(?:省份?)$|province/i, 'province'],
  [/^(?:市|城市)$|city/i, 'city'],
  [/^(?:处室|科室)/, 'office'],
];

export function groupId(wording: string): string | null {
  const bare = bareHeader(wording);
  return GROUP_IDS.find(([pattern]) => pattern.test(bare))?.[1] ?? null;
}

export function saysWeight(wording: string): boolean {
  return /^(?:加?权重?(?:系数|值)?|权数|加权.{0,3}|weights?|wt|weighting|weight[_ ]?factor)$/i.test(
    bareHeader(wording),
  );
}

export function saysId(wording: string): boolean {
  return /(?:编号|序号|流水号|(?:^|[ _])id|uuid|token)$/i.test(bareHeader(wording));
}

/** 答卷状态, status: whether an answer sheet is finished, which nobody was asked. */
export function saysState(wording: string): boolean {
  return /^(?:答卷|答题|问卷|填写|作答|完成|提交|数据|记录|审核)?状态$|^(?:审核结果|清洗数据结果)$|^(?:(?:response|survey|completion) )?status$|^response type$/.test(
    simplified(wording),
  );
}

/** Sums of a scored survey, made by the tool. */
export function saysScore(wording: string): boolean {
  return /^(?:总分|得分|总得分|score|total score|points|总分数)$/i.test(bareHeader(wording));
}

export function saysNumber(wording: string): boolean {
  return /年龄|党龄|工龄|教龄|军龄|次数|人数|天数|年数|年限|时长|时数|小时|数量|金额|几[次个人天年位名条]|多少[次个人天年位名元条]|\b(?:age|years?|how many|how often|number of|count|hours|minutes|days|times|amount|percent)\b/i.test(
    simplified(wording),
  );
}

export function saysScale(wording: string): boolean {
  return /满意|程度|(?:认可|信任|支持|参与|关注|知晓|熟悉|了解)度|评分|评价|打分|重视|认同|同意|重要性|效果|质量|水平|好坏|\d ?[-–—~～至到] ?\d+ ?分|\b(?:satisf\w*|agree\w*|important|importance|rate|rating|likel\w*|quality|score|how (?:well|good|much|strongly))\b/i.test(
    simplified(wording),
  );
}

/** A scale's range where the header says it: `（1-5分）`, `0~10`. */
export function rangeIn(header: string): readonly [number, number] | null {
  const found =
    /(?<![\d.])([01]) ?(?:-|–|—|~|～|至|到|to) ?(3|4|5|6|7|9|10|100)(?![\d.年月岁人次元%])/i.exec(
      simplified(header),
    );
  return found === null ? null : [Number(found[1]), Number(found[2])];
}

export function saysRank(wording: string): boolean {
  return /排序|排名|名次|\brank(?:ing|ed)?\b/i.test(simplified(wording));
}

/** `（多选）`, `可多选`, `(select all that apply)`: several options may be chosen. */
export function saysMultiple(wording: string): boolean {
  return /多选|复选|不定项|限选|选出?[^,.。，]{0,6}[2-9二两三四五六]项|\b(?:select|choose|check|tick|mark) (?:all|any)\b|all that apply|\(multiple\b|\bmultiple (?:choice|answers?|selections?|responses?)\b/.test(
    simplified(wording),
  );
}

export function saysSingle(wording: string): boolean {
  return /性别|职务|职级|岗位|身份|政治面貌|学历|文化程度|婚姻|民族|年龄段|是否|\b(?:gender|sex|role|position|education|job|are you|do you|have you|is there)\b/i.test(
    simplified(wording),
  );
}

export function saysOpen(wording: string): boolean {
  return /请(?:您)?(?:简要|简单|具体|详细)?(?:说明|描述|列举|填写|谈谈|写|补充)|问题|困难|建议|意见|为什么|原因|其他|其它|想法|看法|感受|如何|怎么|怎样|哪些|还有什么|补充|\b(?:why|comments?|suggest\w*|problems?|describe|explain|text|feedback|opinions?|reasons?|specify|improve\w*|hinders?|obstacles?|difficult\w*|anything else|what else|any other|tell us|said|answers?)\b/i.test(
    simplified(wording),
  );
}
