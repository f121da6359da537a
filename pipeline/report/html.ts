/** Markup that is safe by construction: every value is escaped unless it is markup itself. */
import { clean } from '../chart/text.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** Finished markup; only this module makes it. */
export class Html {
  readonly #markup: string;

  private constructor(markup: string) {
    this.#markup = markup;
  }

  /** Markup that was not made here, e.g. an SVG drawing. The caller vouches for it. */
  static trusted(markup: string): Html {
    return new Html(markup);
  }

  toString(): string {
    return this.#markup;
  }
}

export type Content = Html | string | number | null | false | readonly Content[];

/**
 * Template of markup. Strings and numbers are escaped, also inside quoted attributes; lists
 * are joined; null and false are nothing.
 *
 * @example html`<p title="${'"'}">${'<b>'}</p>` // <p title="&quot;">&lt;b&gt;</p>
 */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Html {
  return Html.trusted(
    parts.map((part, at) => part + (at < values.length ? render(values[at] ?? null) : '')).join(''),
  );
}

/** Joins with something between. */
export function join(items: readonly Content[], between: Content): Html {
  return html`${items.map((item, at) => (at === 0 ? item : [between, item]))}`;
}

/** Data for scripts: JSON in which no character can end the element or a line of script. */
export function json(value: unknown): Html {
  const escaped = JSON.stringify(value).replace(
    /[<>&\u007f\u2028\u2029]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return Html.trusted(escaped);
}

function render(value: Content): string {
  if (value === null || value === false) return '';
  if (value instanceof Html) return value.toString();
  if (Array.isArray(value)) return value.map(render).join('');
  return clean(String(value)).replace(/[&<>"'`]/g, (one) => ENTITIES[one] ?? one);
}
