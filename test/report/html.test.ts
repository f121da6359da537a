import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { html, join, json } from '../../pipeline/report/html.ts';

test('escapes every value, between tags and in quotes', () => {
  expect(html`<p title="${'"x" \'y\' `z`'}">${'<b> & </b>'}</p>`.toString()).toBe(
    '<p title="&quot;x&quot; &#39;y&#39; &#96;z&#96;">&lt;b&gt; &amp; &lt;/b&gt;</p>',
  );
});

test('keeps markup, joins lists, leaves out null and false', () => {
  const parts = html`${html`<i>1</i>`}${[html`<b></b>`, 'a<', 2]}${null}${false}`;
  expect(parts.toString()).toBe('<i>1</i><b></b>a&lt;2');
  expect(join(['a', 'b', '<'], '、').toString()).toBe('a、b、&lt;');
});

test('an object that only looks like markup is not', () => {
  const impostor = { toString: () => '<script>' } as unknown as string;
  expect(html`${impostor}`.toString()).not.toContain('<');
});

test('JSON keeps its value and can neither end its element nor a line of script', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.constantFrom('</script>', '<!--', '\u2028', ']]>', '&lt;')),
      (text) => {
        const written = json({ text }).toString();
        expect(JSON.parse(written)).toEqual({ text });
        expect(written).not.toMatch(/[<>&\u2028\u2029]/);
      },
    ),
  );
});
