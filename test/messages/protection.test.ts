/** What is said of a minimum that keeps hardly anything secret. */
import { expect, test } from '@jest/globals';
import { protectedLines } from '../../pipeline/messages/protection.ts';
import { NOTHING_LEFT_OUT } from '../../pipeline/protect/earlier/left-out.ts';

const protection = {
  primary: 3,
  complementary: 2,
  late: [],
  revised: [],
  changes: new Map(),
  joined: [],
  leftOut: NOTHING_LEFT_OUT,
  kept: [],
};

test('a minimum below three is warned of in either language, one of three is not', () => {
  expect(protectedLines(protection, 2, 'en').join('\n')).toContain('privacy.minimum is 2');
  expect(protectedLines(protection, 1, 'zh-Hans').join('\n')).toContain('privacy.minimum 为 1');
  expect(protectedLines(protection, 3, 'en').join('\n')).not.toContain('privacy.minimum');
});
