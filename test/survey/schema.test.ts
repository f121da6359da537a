import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { surveyJsonSchema } from '../../pipeline/survey/schema.ts';

const path = join(import.meta.dirname, '../../pipeline/survey/survey.schema.json');

// UPDATE=1 npm run jest -- test/survey/schema   writes it anew after a change of the form.
test('the JSON Schema shipped for editors is the form that loading checks', () => {
  const text = `${JSON.stringify(surveyJsonSchema(), null, 2)}\n`;
  if (process.env.UPDATE === '1' && process.env.CI !== 'true') writeFileSync(path, text);
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(JSON.parse(text));
});
