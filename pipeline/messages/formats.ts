/** The tools that files come from, as people call them; files keep the fixed words. */
import type { MessageLang } from './message.ts';

type Both = Readonly<Record<MessageLang, string>>;

const FORMATS: Readonly<Record<string, Both>> = {
  plain: { 'zh-Hans': '普通表格', en: 'plain table' },
  'wenjuanxing-text': { 'zh-Hans': '问卷星（按选项文本）', en: 'Wenjuanxing (by option text)' },
  'wenjuanxing-number': { 'zh-Hans': '问卷星（按选项序号）', en: 'Wenjuanxing (by option number)' },
  'wenjuan-readable': { 'zh-Hans': '问卷网（可读数据）', en: 'Wenjuan (readable data)' },
  'wenjuan-original': { 'zh-Hans': '问卷网（原始数据）', en: 'Wenjuan (original data)' },
  tencent: { 'zh-Hans': '腾讯问卷', en: 'Tencent Survey' },
  jinshuju: { 'zh-Hans': '金数据', en: 'Jinshuju' },
  'google-forms': { 'zh-Hans': 'Google 表单', en: 'Google Forms' },
  'microsoft-forms': { 'zh-Hans': 'Microsoft Forms', en: 'Microsoft Forms' },
  surveymonkey: { 'zh-Hans': 'SurveyMonkey', en: 'SurveyMonkey' },
  qualtrics: { 'zh-Hans': 'Qualtrics', en: 'Qualtrics' },
  'qualtrics-legacy': { 'zh-Hans': 'Qualtrics（旧版）', en: 'Qualtrics (legacy)' },
  limesurvey: { 'zh-Hans': 'LimeSurvey', en: 'LimeSurvey' },
  kobotoolbox: { 'zh-Hans': 'KoboToolbox', en: 'KoboToolbox' },
};

/** @param format a fixed word, as tables/rows.csv has it */
export function formatText(format: string, lang: MessageLang): string {
  return FORMATS[format]?.[lang] ?? format;
}

/** @param encoding as TextDecoder names it, or `workbook` */
export function encodingText(encoding: string, lang: MessageLang): string {
  if (encoding !== 'workbook') return encoding;
  return lang === 'en' ? 'Excel workbook' : 'Excel 工作簿';
}
