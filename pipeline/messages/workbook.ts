/** Messages about Excel workbooks. */
import type { Message } from './message.ts';

export const workbookMessages = {
  'workbook-too-large': {
    'zh-Hans': {
      found: '工作簿有 {size} MB（解压后）',
      expected: '不超过 {limit} MB；工作簿要整个读入内存',
      fix: '另存为 CSV（UTF-8）后再用：CSV 的大小没有限制',
    },
    en: {
      found: 'the workbook has {size} MB (unpacked)',
      expected: 'at most {limit} MB; a workbook is read into memory whole',
      fix: 'save it as CSV (UTF-8), which may be of any size',
    },
  },
  'workbook-too-many-parts': {
    'zh-Hans': {
      found: '工作簿里有 {count} 个部件，未解压',
      expected: '不超过 {limit} 个；普通工作簿只有几十个',
      fix: '确认文件来源可靠，用 Excel 打开后另存，或导出为 CSV',
    },
    en: {
      found: 'the workbook consists of {count} parts; it was not unpacked',
      expected: 'at most {limit}; a common workbook has some dozens',
      fix: 'make sure that the file can be trusted, then save it anew in Excel or export it as CSV',
    },
  },
  'workbook-parts-untrue': {
    'zh-Hans': {
      found: '工作簿里有的部件与其目录所写的大小或校验码不符，未读取',
      expected: '由 Excel、WPS 等保存的完整工作簿',
      fix: '文件可能损坏或有害：确认来源可靠后重新导出，或导出为 CSV',
    },
    en: {
      found:
        'parts of the workbook differ in size or checksum from what its directory states; it was not read',
      expected: 'a complete workbook as Excel or another spreadsheet program saves it',
      fix: 'the file may be damaged or harmful: make sure of its source and export it again, or export it as CSV',
    },
  },
  'workbook-encrypted': {
    'zh-Hans': {
      found: 'Excel 工作簿设有密码',
      expected: '没有密码的工作簿',
      fix: '在 Excel 中去掉密码后另存，或导出为 CSV',
    },
    en: {
      found: 'the Excel workbook is protected by a password',
      expected: 'a workbook without password',
      fix: 'remove the password in Excel and save, or export as CSV',
    },
  },
  'workbook-broken': {
    'zh-Hans': {
      found: 'Excel 工作簿（.xls 或 .xlsx）不完整或已损坏，无法读取',
      expected: '完整的 Excel 工作簿',
      fix: '用 Excel 打开检查后另存，或重新导出',
    },
    en: {
      found: 'the Excel workbook (.xls or .xlsx) is incomplete or damaged and cannot be read',
      expected: 'a complete Excel workbook',
      fix: 'open it in Excel and save it again, or export it again',
    },
  },
  'sheet-missing': {
    'zh-Hans': {
      found: '工作簿中没有工作表“{sheet}”',
      expected: '其中之一：{sheets}',
      fix: '改正 sheet',
    },
    en: {
      found: 'the workbook has no sheet "{sheet}"',
      expected: 'one of {sheets}',
      fix: 'correct sheet',
    },
  },
} as const satisfies Record<string, Message>;
