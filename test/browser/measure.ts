/** What is measured in an open report. */
import type { Page } from 'playwright-core';

/** Opens everything that is folded. */
export function unfold(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const one of document.querySelectorAll('details')) one.open = true;
  });
}

/**
 * Drawings of the shown report that reach beyond their places, and texts that reach beyond their
 * drawings, which cut them off.
 */
export function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const beyond = (inner: Element, outer: Element, what: string) => {
      const [a, b] = [inner, outer].map((one) => one.getBoundingClientRect()) as [DOMRect, DOMRect];
      const by = Math.max(b.left - a.left, a.right - b.right, b.top - a.top, a.bottom - b.bottom);
      const section = inner.closest('section')?.id;
      return a.width > 0 && by > 1 ? [`${section}: ${what} by ${by.toFixed(1)} px`] : [];
    };
    return [...document.querySelectorAll('.report:not([hidden]) .chart svg')].flatMap((svg) => [
      ...beyond(svg, svg.parentElement!, 'a drawing'),
      ...[...svg.querySelectorAll('text')].flatMap((one) =>
        beyond(one, svg, `“${one.textContent}”`),
      ),
    ]);
  });
}
