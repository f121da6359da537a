/** What is said of a minimum that keeps hardly anything secret. */
import { expect, test } from '@jest/globals';
import { protectedLines } from '../../pipeline/messages/protection.ts';
import { NOTHING_LEFT_OUT } from '../../pipeline/protect/earlier/left-out.ts';
import { changeKey } from '../../pipeline/protect/earlier/remembered.ts';
import type { Protection } from '../../pipeline/protect/protect.ts';

const protection: Protection = {
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

test('of a round that has grown here and shrunk there it is said that what changes is not shown', () => {
  const late = ['r1', 'r2', 'r3'];
  const changes = new Map([['r1', 'more'] as const, ['r2', 'both'] as const]);
  for (const [lang, apart] of [
    ['en', /grown here and shrunk there/],
    ['zh-Hans', /此增彼减/],
  ] as const) {
    const lines = protectedLines({ ...protection, late, changes }, 5, lang).slice(-3);
    expect(lines.map((line) => apart.test(line))).toEqual([false, true, false]);
    expect(lines.map((line) => /r\d/.exec(line)![0])).toEqual(late);
  }
});

test('where that is so of some groups alone they are named', () => {
  const changes = new Map([
    ['r1', 'more'] as const,
    [changeKey('r1', 'unit'), 'both'] as const,
    [changeKey('r1', 'role'), 'both'] as const,
  ]);
  for (const [lang, groups] of [
    ['en', 'unit, role'],
    ['zh-Hans', 'unit、role'],
  ] as const) {
    const lines = protectedLines({ ...protection, late: ['r1'], changes }, 5, lang);
    expect(lines.at(-1)).toContain(groups);
  }
});
