import { expect, test } from '@jest/globals';
import { html } from '../../pipeline/report/html.ts';
import { unbroken } from '../../pipeline/report/unbroken.ts';

const marked = (...contents: Parameters<typeof unbroken>[0]) =>
  html`${unbroken(contents)}`.toString().replaceAll(/<span class="nowrap">(.*?)<\/span>/g, '[$1]');

test('a range of numbers stays on one line, whether of counts, shares or means', () => {
  expect(marked('区间 3.70–3.79，基数 1,980–1,991 人')).toBe(
    '区间 [3.70–3.79]，基数 [1,980–1,991] 人',
  );
  expect(marked('95% 置信区间 28.8%–34.3%、25.1%–30.4%。')).toBe(
    '95% 置信区间 [28.8%–34.3%]、[25.1%–30.4%]。',
  );
  expect(marked('from 1–−3.5. Then')).toBe('from [1–−3.5]. Then');
});

test('a range is found where its ends and its dash are texts of their own', () => {
  expect(marked('interval ', '0.5', '–', 2, ', adjusted')).toBe('interval [0.5–2], adjusted');
});

test('names with a dash may break, and markup stays as it is', () => {
  expect(marked('Rao–Scott, A–1')).toBe('Rao–Scott, A–1');
  expect(marked(html`<b title="1–2">1–2</b>`, '<3')).toBe('<b title="1–2">1–2</b>&lt;3');
});
