/** Live charts in the place of the drawings that were made when the report was. */
import type { NamedChart } from '../../chart/named-chart.ts';
import type { Lang } from '../../survey/text.ts';
import { letWalk } from './mark-walk.ts';

/** What vega-embed gives. */
interface Embedded {
  readonly view: VegaView;
  finalize(): void;
}

export interface VegaView {
  toSVG(scale?: number): Promise<string>;
  toImageURL(type: string, scale?: number): Promise<string>;
}

type Embed = (target: HTMLElement, spec: unknown, options: unknown) => Promise<Embedded>;

interface LiveSpec {
  readonly title?: unknown;
  readonly facet?: unknown;
  readonly columns?: number;
  readonly spec?: { readonly width?: number };
  readonly params?: readonly { readonly name: string; readonly value: unknown }[];
}

export interface LiveCharts {
  /** Draws all charts of a report that can be seen and are not drawn yet, or for another width. */
  drawAll(report: HTMLElement): void;
  viewOf(place: Element): VegaView | null;
}

/** @param chartOf the chart of a place, as chosen now; null where there is none */
export function liveCharts(
  embed: Embed,
  interpreter: unknown,
  chartOf: (place: HTMLElement) => NamedChart | null,
): LiveCharts {
  const live = new WeakMap<Element, { readonly embedded: Embedded; readonly width: number }>();

  async function draw(place: HTMLElement, lang: Lang): Promise<void> {
    const chart = chartOf(place);
    if (chart === null) return;
    const target = document.createElement('div');
    target.className = 'live';
    target.style.setProperty('--least', `${Number(place.dataset.width)}px`);
    const drawn = [...place.children];
    place.append(target);
    const width = target.clientWidth;
    try {
      const embedded = await embed(target, fitted(chart.specs[lang] as LiveSpec, width), {
        mode: 'vega-lite',
        renderer: 'svg',
        ast: true,
        expr: interpreter,
        actions: false,
        defaultStyle: false,
        tooltip: { disableDefaultStyle: true },
      });
      live.get(place)?.embedded.finalize();
      live.set(place, { embedded, width });
      for (const old of drawn) old.remove();
      letWalk(target);
    } catch {
      target.remove(); // The drawing stays.
    }
  }

  function isDue(place: HTMLElement): boolean {
    // Folded, a chart has no width; it is drawn once it is unfolded.
    if (!place.isConnected || place.closest('details:not([open])') !== null) return false;
    const known = live.get(place);
    if (known === undefined) return true;
    const width = (place.firstElementChild as HTMLElement | null)?.clientWidth ?? 0;
    return width > 0 && known.width !== width;
  }

  /** One after the other, so that the page stays responsive. */
  async function drawDue(report: HTMLElement): Promise<void> {
    for (const place of report.querySelectorAll<HTMLElement>('.chart')) {
      if (report.hidden) return;
      if (isDue(place)) await draw(place, report.lang as Lang);
    }
  }

  // A round waits for the one before, which would otherwise draw the same charts beside it.
  let before = Promise.resolve();
  return {
    drawAll: (report) => {
      before = before.then(() => drawDue(report));
    },
    viewOf: (place) => live.get(place)?.embedded.view ?? null,
  };
}

/**
 * A chart as wide as its place, without the title that stands above it; panels as many as fit. Vega
 * would follow a container itself, also one that is hidden and has no width, or has left the page.
 */
function fitted({ title: _, ...spec }: LiveSpec, width: number): LiveSpec & { width?: number } {
  if (spec.facet === undefined) {
    const told = (one: { name: string; value: unknown }) =>
      one.name === 'outerWidth' ? { ...one, value: width } : one;
    const params = spec.params === undefined ? {} : { params: spec.params.map(told) };
    return { ...spec, ...params, width };
  }
  const most = width < 420 ? 2 : width < 600 ? 3 : 4;
  // Panels made for two columns are twice as wide, so half as many fit.
  const columns = Math.max(1, Math.round((most * (spec.columns ?? 4)) / 4));
  const inner = Math.floor((width - 60 - (columns - 1) * 22) / columns);
  return { ...spec, columns, spec: { ...spec.spec, width: Math.max(90, inner) } };
}
