/** The tools that files come from and how files are written, as people call them; files keep the fixed words. */
import { type LocalText, sameInAll } from '../../survey/text.ts';

const named = (hans: string, hant: string, en: string): LocalText => ({
  'zh-Hans': hans,
  'zh-Hant': hant,
  en,
});

const FORMATS: Readonly<Record<string, LocalText>> = {
  plain: named('普通表格', '一般表格', 'plain table'),
  'wenjuanxing-text': named(
    '问卷星（按选项文本）',
    '問卷星（按選項文字）',
    'Wenjuanxing (by option text)',
  ),
  'wenjuanxing-number': named(
    '问卷星（按选项序号）',
    '問卷星（按選項序號）',
    'Wenjuanxing (by option number)',
  ),
  'wenjuan-readable': named('问卷网（可读数据）', '問卷網（可讀資料）', 'Wenjuan (readable data)'),
  'wenjuan-original': named('问卷网（原始数据）', '問卷網（原始資料）', 'Wenjuan (original data)'),
  tencent: named('腾讯问卷', '騰訊問卷', 'Tencent Survey'),
  jinshuju: named('金数据', '金數據', 'Jinshuju'),
  'google-forms': named('Google 表单', 'Google 表單', 'Google Forms'),
  'microsoft-forms': sameInAll('Microsoft Forms'),
  surveymonkey: sameInAll('SurveyMonkey'),
  qualtrics: sameInAll('Qualtrics'),
  'qualtrics-legacy': named('Qualtrics（旧版）', 'Qualtrics（舊版）', 'Qualtrics (legacy)'),
  limesurvey: sameInAll('LimeSurvey'),
  kobotoolbox: sameInAll('KoboToolbox'),
};

const WORKBOOK = named('Excel 工作簿', 'Excel 活頁簿', 'Excel workbook');

/** @param format a fixed word, as tables/rows.csv has it */
export function formatName(format: string): LocalText {
  return FORMATS[format] ?? sameInAll(format);
}

/** @param encoding as TextDecoder names it, or `workbook` */
export function encodingName(encoding: string): LocalText {
  return encoding === 'workbook' ? WORKBOOK : sameInAll(encoding);
}
