/** Messages about the report as PDF. */
import type { Message } from './message.ts';

export const pdfMessages = {
  'pdf-no-browser': {
    'zh-Hans': {
      found: '--pdf 要用浏览器打印，但没有找到 Chromium、Chrome 或 Edge（找过：{looked}）',
      expected: '本机装有其中一种',
      fix: '安装一种，或用环境变量 CANVASS_CHROMIUM 指明其程序文件；不要 PDF 就去掉 --pdf。什么也没有写出，原有结果未动',
    },
    en: {
      found:
        '--pdf prints by a browser, but no Chromium, Chrome or Edge was found (looked for {looked})',
      expected: 'one of them on this machine',
      fix: 'install one, or name its program in the environment variable CANVASS_CHROMIUM; or leave out --pdf. Nothing was written, the previous results are untouched',
    },
  },
  'pdf-browser-missing': {
    'zh-Hans': {
      found: '环境变量 CANVASS_CHROMIUM 指明的程序不存在',
      expected: 'Chromium、Chrome 或 Edge 的程序文件',
      fix: '改正路径，或清空这个变量，让程序自己找。什么也没有写出，原有结果未动',
    },
    en: {
      found: 'the program named in the environment variable CANVASS_CHROMIUM is not there',
      expected: 'the program file of Chromium, Chrome or Edge',
      fix: 'correct the path, or unset the variable to have one looked for. Nothing was written, the previous results are untouched',
    },
  },
  'pdf-failed': {
    'zh-Hans': {
      found: '浏览器没有打印成 PDF：{detail}',
      expected: '一个能在无界面方式下打印的 Chromium、Chrome 或 Edge',
      fix: '更新浏览器，或用 CANVASS_CHROMIUM 指明另一个；也可以去掉 --pdf，在浏览器中打开 report.html 打印。什么也没有写出，原有结果未动',
    },
    en: {
      found: 'the browser did not print the PDF: {detail}',
      expected: 'a Chromium, Chrome or Edge that prints without a window',
      fix: 'update it, or name another one in CANVASS_CHROMIUM; or leave out --pdf and print report.html from a browser. Nothing was written, the previous results are untouched',
    },
  },
} as const satisfies Record<string, Message>;
