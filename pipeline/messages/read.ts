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
  'files-missing': {
    'zh-Hans': {
      found: '没有这个文件：{path}',
      expected: 'files: [{files}]',
      fix: '各项之间用半角逗号；如果这就是一个文件，检查文件名和所在文件夹',
    },
    en: {
      found: 'no such file: {path}',
      expected: 'files: [{files}]',
      fix: 'part what is listed by plain commas; if it is one file, check its name and folder',
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
  'file-changed': {
    'zh-Hans': {
      found: '文件在读取过程中被改动了',
      expected: '从头到尾是同一份文件，否则数字与清单中的校验值对不上',
      fix: '等文件写完或同步完，关闭正在编辑它的程序，再运行一次',
    },
    en: {
      found: 'the file was changed while it was being read',
      expected:
        'one file from first to last, or the figures would not be of the file whose hash is told',
      fix: 'wait until it is written or synchronised, close what edits it, and run again',
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
      fix: '改正 survey.yaml 中这个文件的 encoding（或命令行的 --encoding），或去掉它，由程序判断',
    },
    en: {
      found: 'unknown encoding: {encoding}',
      expected: 'for example utf-8, gb18030, big5, windows-1252, utf-16le',
      fix: 'correct encoding of this file in survey.yaml (or --encoding), or leave it out to have it found',
    },
  },
  undecodable: {
    'zh-Hans': {
      found: '第 {offset} 字节（从 0 数起）起不是有效的 {encoding} 文本',
      expected: '整个文件用同一种编码',
      fix: '在原处更正这个单元格后重新导出；如果编码判断有误，在 survey.yaml 中为这个文件写明 encoding（命令行用 --encoding），如 gb18030',
    },
    en: {
      found: 'from byte {offset} (counted from 0) on this is not valid {encoding} text',
      expected: 'one encoding throughout the file',
      fix: 'correct this cell at its source and export again; if the encoding was guessed wrong, name it at encoding of this file in survey.yaml (or with --encoding), e.g. gb18030',
    },
  },
  'encoding-wrong': {
    'zh-Hans': {
      found: 'encoding 指定为 {encoding}，而文件内容看来是 {likely}',
      expected: '文件真正的编码，或不指定，由程序判断',
      fix: '删去 survey.yaml 中这个文件的 encoding（或命令行的 --encoding），或改为 {likely}',
    },
    en: {
      found: 'encoding says {encoding}, but the content looks like {likely}',
      expected: 'the encoding that the file is in, or none, to have it found',
      fix: 'remove encoding of this file in survey.yaml (or --encoding), or change it to {likely}',
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
  'header-rows-missing': {
    'zh-Hans': {
      found: '文件只有 {found} 行，少于表头的 {wanted} 行',
      expected: '{wanted} 行表头，其后每行一份答卷',
      fix: '检查 header_rows 和文件',
    },
    en: {
      found: 'the file has {found} {found|row|rows}, fewer than the {wanted} of its header',
      expected: 'a header of {wanted} {wanted|row|rows}, then one row a respondent',
      fix: 'check header_rows and the file',
    },
  },
  'header-below': {
    'zh-Hans': {
      found: '第 {header} 行当作了表头，但列“{columns}”在第 {below} 行',
      expected: '表头直到第 {below} 行，其后每行一份答卷',
      fix: '在 survey.yaml 的 files 中写 {path: {path}, header_rows: {count}}；该文件已有的其他设置（如 sheet、encoding）照旧保留',
    },
    en: {
      found:
        'row {header} was taken for the header, but the columns "{columns}" are in row {below}',
      expected: 'a header down to row {below}, then one row a respondent',
      fix: 'at files in survey.yaml write {path: {path}, header_rows: {count}}, and keep what else is set for the file (sheet, encoding)',
    },
  },
  'column-missing': {
    'zh-Hans': {
      found: '表头中没有列“{wanted}”（survey.yaml 的 {asker}）',
      expected: '其中之一：{headers}',
      fix: '在 survey.yaml 中改正列名，或把新旧列名写成列表',
    },
    en: {
      found: 'the header has no column "{wanted}" ({asker} in survey.yaml)',
      expected: 'one of {headers}',
      fix: 'correct the column in survey.yaml, or list its old and new names',
    },
  },
  'column-missing-near': {
    'zh-Hans': {
      found: '表头中没有列“{wanted}”（survey.yaml 的 {asker}）；最接近的是“{nearest}”',
      expected: '其中之一：{headers}',
      fix: '如果就是它，在 survey.yaml 中写“{nearest}”，或把新旧列名写成列表',
    },
    en: {
      found:
        'the header has no column "{wanted}" ({asker} in survey.yaml); the nearest is "{nearest}"',
      expected: 'one of {headers}',
      fix: 'if that is the one, write "{nearest}" in survey.yaml, or list its old and new names',
    },
  },
  'table-column-missing': {
    'zh-Hans': {
      found: '表头中没有列“{wanted}”',
      expected: '其中之一：{headers}',
      fix: '改正列名，照表头的写法',
    },
    en: {
      found: 'the header has no column "{wanted}"',
      expected: 'one of {headers}',
      fix: 'name the column as the header does',
    },
  },
  'table-column-missing-near': {
    'zh-Hans': {
      found: '表头中没有列“{wanted}”；最接近的是“{nearest}”',
      expected: '其中之一：{headers}',
      fix: '如果就是它，写“{nearest}”',
    },
    en: {
      found: 'the header has no column "{wanted}"; the nearest is "{nearest}"',
      expected: 'one of {headers}',
      fix: 'if that is the one, write "{nearest}"',
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
        '多选题 {question} 有 {columns} 列，其中列名对不上任何选项的：{unmatched}；没有列对应的选项：{unused}',
      expected: '每列的列名都写明一个选项；或者列名都不写选项，而 options 与列数目、次序都相同',
      fix: '照列名改 options，或用 aliases 写明列名中的旧写法是哪个选项；列名都不写选项的，按 columns 的次序写出全部 options',
    },
    en: {
      found:
        'the multiple question {question} has {columns} columns; headers that tell no option: {unmatched}; options without a column: {unused}',
      expected:
        'an option in every header; or in no header, and as many options as columns, in the same order',
      fix: 'word options as the headers do, or tell with aliases which option an old wording is; where no header holds an option, write all options in the order of columns',
    },
  },
} as const satisfies Record<string, Message>;
