/** Panels whose ids mean the same people, other people, or nobody, as a user sees it. */
import { expect, test } from '@jest/globals';
import { canvass, folderWith } from '../support/cli.ts';

/** 20 people of round `a` and as many of round `b`, where `at` says who has which id. */
function survey(at: (i: number) => number): string {
  const data = (of: (i: number) => number, said: string) =>
    [
      'id,type,problem',
      ...Array.from({ length: 20 }, (_, i) => `${of(i)},${i < 10 ? 'x' : 'y'},${said}`),
    ].join('\n');
  const yaml = `title: t
rounds: [{id: r1, files: [a.csv]}, {id: r2, files: [b.csv]}]
columns: {respondent: id}
groups: [{id: type}]
questions: [{id: open, type: open, column: problem, taxonomy: organ}]
panel: true
`;
  return folderWith({
    'survey.yaml': yaml,
    'a.csv': data((i) => i, '经费不足'),
    'b.csv': data(at, '开会太多'),
  });
}

test.each(['check', 'run'])(
  '%s says how many ids recur and whether they seem the same people',
  (command) => {
    const said = (folder: string) => {
      const args = command === 'run' ? ['run', '.', '--out', 'out'] : ['check', '.'];
      const { stdout, stderr, status } = canvass(args, folder);
      expect(status).toBe(0);
      return stdout + stderr;
    };
    const same = said(survey((i) => i));
    expect(same).toContain('r1 and r2: 20 ids occur in both, 100.0% of them in the same groups\n');
    // The other way round, so that nobody is in the group of old.
    const other = said(survey((i) => 19 - i));
    expect(other).toContain(
      '20 ids occur in both, 0.0% of them in the same groups. Warning: an id',
    );
    expect(said(survey((i) => 100 + i))).toContain('r1 and r2: no id occurs in both');
  },
);
