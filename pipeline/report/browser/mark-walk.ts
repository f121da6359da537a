/** Reading a chart's figures by keyboard: one stop a chart, arrows from mark to mark. */

interface Item {
  readonly tooltip?: unknown;
}

/** Marks that have something to tell, each figure once. */
function marksIn(target: HTMLElement): readonly SVGElement[] {
  const told = new Set<string>();
  return [...target.querySelectorAll<SVGElement>('svg [class*="mark-"] > *')].filter((mark) => {
    const text = textOf(mark);
    if (text === null || told.has(text)) return false;
    told.add(text);
    return true;
  });
}

/** What hovering over a mark shows, in a line. */
function textOf(mark: SVGElement): string | null {
  const { tooltip } = (mark as SVGElement & { __data__?: Item }).__data__ ?? {};
  if (typeof tooltip !== 'object' || tooltip === null) return null;
  const parts = Object.entries(tooltip).filter(([, value]) => value !== null && value !== '');
  return parts.length === 0 ? null : parts.map(([key, value]) => `${key} ${value}`).join('; ');
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

/** Makes the marks of a chart reachable; whoever stands on one sees what hovering shows. */
export function letWalk(target: HTMLElement): void {
  const marks = marksIn(target);
  if (marks.length === 0) return;
  // What can be walked through is no single picture, and must not be hidden from anybody.
  target.parentElement?.setAttribute('role', 'group');
  marks.forEach((mark, i) => {
    mark.setAttribute('tabindex', i === 0 ? '0' : '-1');
    mark.setAttribute('role', 'img');
    mark.setAttribute('aria-label', textOf(mark) ?? '');
    for (let one: Element | null = mark; one !== null && one !== target; one = one.parentElement) {
      one.removeAttribute('aria-hidden');
    }
  });
  target.addEventListener('focusin', ({ target: mark }) => hover(mark as Element, 'pointermove'));
  target.addEventListener('focusout', ({ target: mark }) => hover(mark as Element, 'pointerout'));
  target.addEventListener('keydown', (event) => {
    const at = marks.indexOf(event.target as SVGElement);
    if (at < 0) return;
    const next = nextOf(event.key, at, marks.length);
    if (event.key === 'Escape') hover(event.target as Element, 'pointerout');
    if (next === null) return;
    event.preventDefault();
    marks[at]!.setAttribute('tabindex', '-1');
    marks[next]!.setAttribute('tabindex', '0');
    marks[next]!.focus();
  });
}

function nextOf(key: string, at: number, count: number): number | null {
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = STEPS[key];
  return step === undefined ? null : Math.min(count - 1, Math.max(0, at + step));
}

/** As a mouse would: the chart shows its own tooltip. */
function hover(mark: Element, kind: 'pointermove' | 'pointerout'): void {
  const { left, top, width, height } = mark.getBoundingClientRect();
  const place = { clientX: left + width / 2, clientY: top + height / 2, bubbles: true };
  if (kind === 'pointermove') mark.dispatchEvent(new PointerEvent('pointerover', place));
  mark.dispatchEvent(new PointerEvent(kind, place));
  if (kind === 'pointermove') mark.dispatchEvent(new MouseEvent('mousemove', place));
  else mark.dispatchEvent(new MouseEvent('mouseout', place));
}
