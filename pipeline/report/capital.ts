/** Sentences written to follow a name and a colon, as they stand without it. */
import { Html } from './html.ts';

/** A text that begins with a capital where it began with a small Latin letter. @example capital('in Q3') // 'In Q3' */
export function capital(text: string): string {
  return text.replace(/^[a-z]/, (letter) => letter.toUpperCase());
}

/** A letter is no markup, small or capital. */
export function withCapital(markup: Html): Html {
  return Html.trusted(capital(markup.toString()));
}
