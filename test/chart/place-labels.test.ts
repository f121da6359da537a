import { expect, test } from '@jest/globals';
import { placeLabels } from '../../pipeline/chart/place-labels.ts';

const SIZE = { width: 260, height: 200 };

test('a label stands at the right of a point that has room there', () => {
  expect(placeLabels([{ x: 50, y: 100, text: '甲处' }], [], SIZE)).toEqual([
    { align: 'left', dx: 9, dy: 0 },
  ]);
});

test('a label at the right edge turns to the left', () => {
  const [place] = placeLabels([{ x: 255, y: 100, text: '甲处' }], [], SIZE);
  expect(place).toEqual({ align: 'right', dx: -9, dy: 0 });
});

test.each([
  {
    how: 'above each other',
    labels: [
      { x: 50, y: 100, text: '第一个单位' },
      { x: 50, y: 112, text: '第二个单位' },
    ],
  },
  {
    how: 'beside each other',
    labels: [
      { x: 100, y: 100, text: '第一个单位' },
      { x: 120, y: 103, text: '第二个单位' },
      { x: 110, y: 96, text: '第三个单位' },
    ],
  },
])('labels of points close $how cover neither each other nor a point', ({ labels }) => {
  // Five characters of 12 pixels, one line of 15.
  const boxes = placeLabels(labels, [], SIZE).map(({ align, dx, dy }, at) => {
    const left = labels[at]!.x + dx - { left: 0, center: 30, right: 60 }[align];
    const top = labels[at]!.y + dy - 7.5;
    return { left, right: left + 60, top, bottom: top + 15 };
  });
  for (const [at, a] of boxes.entries()) {
    for (const b of boxes.slice(at + 1)) {
      const apart =
        a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
      expect(apart).toBe(true);
    }
    const covered = labels.filter(
      ({ x, y }) => x > a.left && x < a.right && y > a.top && y < a.bottom,
    );
    expect(covered).toEqual([]);
  }
});
