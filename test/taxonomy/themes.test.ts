import { expect, test } from '@jest/globals';
import { InputError } from '../../pipeline/errors.ts';
import { parseThemes } from '../../pipeline/taxonomy/themes.ts';
import { problemEntry, taxonomyOf } from '../code/tiny-taxonomy.ts';

const organ = {
  ...taxonomyOf([problemEntry('A6', [], { 'A6.1': [] }), problemEntry('A7', [])]),
  id: 'organ',
};
const labels = 'labels: {zh-Hans: 经费, zh-Hant: 經費, en: Funding}';

test('themes are read with their codes of each taxonomy', () => {
  const source = `- {id: money, ${labels}, members: {organ: [A6, A6.1], grassroots: [B5.1]}}`;
  const [theme] = parseThemes(source, 'themes.yaml', [organ]);
  expect(theme?.id).toBe('money');
  expect(theme?.labels.en).toBe('Funding');
  expect(theme?.members).toEqual(
    new Map([
      ['organ', ['A6', 'A6.1']],
      ['grassroots', ['B5.1']],
    ]),
  );
});

test.each([
  ['an unknown code', `- {id: a, ${labels}, members: {organ: [A9]}}`, 'theme-code-unknown', 1],
  [
    'a code in two themes',
    `- {id: a, ${labels}, members: {organ: [A6]}}\n- {id: b, ${labels}, members: {organ: [A6]}}`,
    'theme-code-twice',
    2,
  ],
  ['a missing language', '- {id: a, labels: {en: x}, members: {}}', 'taxonomy-key-missing', 1],
  [
    'a theme given twice',
    `- {id: a, ${labels}, members: {}}\n- {id: a, ${labels}, members: {}}`,
    'taxonomy-id-twice',
    2,
  ],
])('refuses %s', (_, source, message, line) => {
  let thrown: unknown;
  try {
    parseThemes(source, 'themes.yaml', [organ]);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(InputError);
  expect((thrown as InputError).problems[0]).toMatchObject({ message, line, file: 'themes.yaml' });
});
