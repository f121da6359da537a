/** Messages about reading files. */
import type { Message } from './message.ts';

export const readMessages = {
  'file-missing': {
    'zh-Hans': {
      found: '没有这个文件：{path}',
      expected: '一个可读的文件',
      fix: '检查文件名和所在文件夹{hint}',
    },
    en: {
      found: 'no such file: {path}',
      expected: 'a readable file',
      fix: 'check the name and the folder{hint}',
    },
  },
  'file-is-folder': {
    'zh-Hans': { found: '{path} 是文件夹', expected: '一个文件', fix: '写出文件夹中的文件名' },
    en: { found: '{path} is a folder', expected: 'a file', fix: 'name a file in that folder' },
  },
  'file-empty': {
    'zh-Hans': {
      found: '文件是空的：没有表头，也没有数据',
      expected: '第一行是表头，其后每行一份答卷',
      fix: '从问卷平台重新导出这个文件',
    },
    en: {
      found: 'the file is empty: no header and no data',
      expected: 'a header row, then one row a respondent',
      fix: 'export the file from the survey tool again',
    },
  },
  'not-a-table': {
    'zh-Hans': {
      found: '这是 {kind} 文件，不是表格',
      expected: 'CSV 文本，或 Excel 工作簿（.xlsx、.xls）',
      fix: '在导出时选择 CSV 或 Excel；网页、XML 形式的“.xls”可用 Excel 打开后另存为 .xlsx',
    },
    en: {
      found: 'this is a {kind} file, not a table',
      expected: 'CSV text or an Excel workbook (.xlsx, .xls)',
      fix: 'choose CSV or Excel when exporting; an ".xls" that is really HTML or XML can be opened in Excel and saved as .xlsx',
    },
  },
  archive: {
    'zh-Hans': {
      found: '这是 {kind} 压缩包，不是表格',
      expected: 'CSV 文本，或 Excel 工作簿（.xlsx、.xls）',
      fix: '先解压，再写出其中的表格文件',
    },
    en: {
      found: 'this is a {kind} archive, not a table',
      expected: 'CSV text or an Excel workbook (.xlsx, .xls)',
      fix: 'unpack it and name the table in it',
    },
  },
  'archive-encrypted': {
    'zh-Hans': {
      found: '这是设有密码的 {kind} 压缩包，不是表格',
      expected: 'CSV 文本，或 Excel 工作簿（.xlsx、.xls）',
      fix: '先用密码解压，再写出其中的表格文件',
    },
    en: {
      found: 'this is a {kind} archive protected by a password, not a table',
      expected: 'CSV text or an Excel workbook (.xlsx, .xls)',
      fix: 'unpack it with its password and name the table in it',
    },
  },
  'unknown-encoding': {
    'zh-Hans': {
      found: '不认识的编码名：{encoding}',
      expected: '如 utf-8、gb18030、big5、windows-1252、utf-16le',
      fix: '改正 encoding，或去掉它，由程序判断',
    },
    en: {
      found: 'unknown encoding: {encoding}',
      expected: 'for example utf-8, gb18030, big5, windows-1252, utf-16le',
      fix: 'correct encoding, or leave it out to have it found',
    },
  },
  undecodable: {
    'zh-Hans': {
      found: '第 {offset} 字节（从 0 数起）起不是有效的 {encoding} 文本',
      expected: '整个文件用同一种编码',
      fix: '在原处更正这个单元格后重新导出；如果编码判断有误，用 encoding 指定，如 gb18030',
    },
    en: {
      found: 'from byte {offset} (counted from 0) on this is not valid {encoding} text',
      expected: 'one encoding throughout the file',
      fix: 'correct this cell at its source and export again; if the encoding was guessed wrong, name it with encoding, e.g. gb18030',
    },
  },
  'quote-unclosed': {
    'zh-Hans': {
      found: '这里打开的引号（"）直到文件末尾都没有关闭',
      expected: '成对的引号；单元格内的引号写成两个（""）',
      fix: '在这一行补上或删去引号，或重新导出',
    },
    en: {
      found: 'a quote (") opened here is not closed before the end of the file',
      expected: 'quotes in pairs; a quote inside a cell is written twice ("")',
      fix: 'close or remove the quote in this row, or export the file again',
    },
  },
  'quote-misplaced': {
    'zh-Hans': {
      found: '这一行打开的引号（"）越过行尾，在后面某行的文字中间才关闭，几行被并成了一个单元格',
      expected: '成对的引号；单元格内的引号写成两个（""）',
      fix: '在这一行补上或删去引号，或重新导出',
    },
    en: {
      found:
        'a quote (") opened in this row is closed in the middle of the text of a later row, so that several rows run into one cell',
      expected: 'quotes in pairs; a quote inside a cell is written twice ("")',
      fix: 'close or remove the quote in this row, or export the file again',
    },
  },
  'record-too-long': {
    'zh-Hans': {
      found: '这一行超过 {limit} 个字符',
      expected: '一行一份答卷',
      fix: '检查这一行的引号，以及文件是否真是 CSV',
    },
    en: {
      found: 'this row is longer than {limit} characters',
      expected: 'one row a respondent',
      fix: 'check the quotes in this row, and that the file really is CSV',
    },
  },
  'zero-bytes': {
    'zh-Hans': {
      found: '这一行只有空字节（NUL），文件在写入或同步时损坏或被截断',
      expected: '一行一份答卷',
      fix: '重新导出或重新下载这个文件',
    },
    en: {
      found:
        'this row is nothing but NUL bytes: the file was damaged or cut off when it was written or synchronised',
      expected: 'one row a respondent',
      fix: 'export or download the file again',
    },
  },
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
  'header-rows-missing': {
    'zh-Hans': {
      found: '文件只有 {found} 行，少于表头的 {wanted} 行',
      expected: '{wanted} 行表头，其后每行一份答卷',
      fix: '检查 header_rows 和文件',
    },
    en: {
      found: 'the file has {found} rows, fewer than the {wanted} of its header',
      expected: 'a header of {wanted} rows, then one row a respondent',
      fix: 'check header_rows and the file',
    },
  },
  'column-missing': {
    'zh-Hans': {
      found: '表头中没有列“{wanted}”',
      expected: '其中之一：{headers}',
      fix: '在 survey.yaml 中改正列名，或把新旧列名写成列表',
    },
    en: {
      found: 'the header has no column "{wanted}"',
      expected: 'one of {headers}',
      fix: 'correct the column in survey.yaml, or list its old and new names',
    },
  },
  'column-missing-near': {
    'zh-Hans': {
      found: '表头中没有列“{wanted}”；最接近的是“{nearest}”',
      expected: '其中之一：{headers}',
      fix: '如果就是它，在 survey.yaml 中写“{nearest}”，或把新旧列名写成列表',
    },
    en: {
      found: 'the header has no column "{wanted}"; the nearest is "{nearest}"',
      expected: 'one of {headers}',
      fix: 'if that is the one, write "{nearest}" in survey.yaml, or list its old and new names',
    },
  },
  'column-ambiguous': {
    'zh-Hans': {
      found: '表头中有 {count} 列都叫“{wanted}”（第 {positions} 列）',
      expected: '要用的列名只出现一次',
      fix: '写“{wanted}#2”取其中第二列，余类推；或在文件中给列改名',
    },
    en: {
      found: 'the header has {count} columns "{wanted}" (columns {positions})',
      expected: 'a column that is used has a name of its own',
      fix: 'write "{wanted}#2" for the second of them, and so on, or rename them in the file',
    },
  },
  'option-columns': {
    'zh-Hans': {
      found:
        '多选题 {question} 有 {columns} 列，声明了 {options} 个选项，而从列名看不出哪列是哪个选项',
      expected: '选项与列一一对应，次序相同',
      fix: '按 columns 的次序写出全部 options',
    },
    en: {
      found:
        'the multiple question {question} has {columns} columns and {options} declared options, and the headers do not tell which is which',
      expected: 'one option a column, in the same order',
      fix: 'write all options, in the order of columns',
    },
  },
  'twin-format': {
    'zh-Hans': {
      found: '这个文件的格式是 {format}，twin（{twin}）的格式是 {other}',
      expected: '同一份问卷导出两次：path 按选项文本，twin 按选项序号',
      fix: '检查两个文件，必要时把 path 与 twin 对调；不需核对就删去 twin',
    },
    en: {
      found: 'the format of this file is {format}, that of its twin ({twin}) is {other}',
      expected: 'one survey exported twice: path by option text, twin by option number',
      fix: 'check the two files, exchange path and twin if need be, or remove twin',
    },
  },
  'twin-columns': {
    'zh-Hans': {
      found: '这个文件有 {found} 列，twin（{twin}）有 {other} 列，对不上',
      expected: '同一份问卷、同样的列',
      fix: '重新导出这两个文件，或删去 twin',
    },
    en: {
      found: 'this file has {found} columns and its twin ({twin}) {other}, which do not match',
      expected: 'one survey with the same columns',
      fix: 'export both files again, or remove twin',
    },
  },
  'twin-row': {
    'zh-Hans': {
      found: '这一行是答卷“{found}”，twin（{twin}）第 {otherRow} 行却是“{other}”',
      expected: '两个文件同一次导出、次序相同',
      fix: '重新导出这两个文件，不要在其中排序或删行',
    },
    en: {
      found:
        'this row is respondent "{found}", but row {otherRow} of its twin ({twin}) is "{other}"',
      expected: 'two files exported together, in the same order',
      fix: 'export both files again, and sort or delete no rows in them',
    },
  },
  'twin-count': {
    'zh-Hans': {
      found: '这个文件有 {found} 份答卷，twin（{twin}）有 {other} 份',
      expected: '两个文件同一次导出',
      fix: '重新导出这两个文件',
    },
    en: {
      found: 'this file has {found} respondents, its twin ({twin}) has {other}',
      expected: 'two files exported together',
      fix: 'export both files again',
    },
  },
} as const satisfies Record<string, Message>;
