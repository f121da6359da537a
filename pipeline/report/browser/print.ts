/** Folds that paper shows: charts of parts stay on screen, as a table tells the same. */
const CLOSED = ':not(.drawer) > details:not([open])';

/** On paper nothing can be unfolded: what is folded is opened for the printer, and closed again. */
export function prepareForPrint(): void {
  const opened = new Set<HTMLDetailsElement>();
  window.addEventListener('beforeprint', () => {
    for (const one of document.querySelectorAll<HTMLDetailsElement>(CLOSED)) {
      opened.add(one);
      one.open = true;
    }
  });
  window.addEventListener('afterprint', () => {
    for (const one of opened) one.open = false;
    opened.clear();
  });
}
