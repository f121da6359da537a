/** Charts drawn at build time, for paper, mail previews and readers without scripts. */
import * as vega from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { compile, type TopLevelSpec } from 'vega-lite';
import { ems } from '../chart/text.ts';
import { Html } from './html.ts';

/** The chart as an SVG element without its title, which the page sets above it. */
export async function staticSvg(spec: TopLevelSpec): Promise<Html> {
  measureChinese();
  // A copy: Vega marks the lines of data it has read.
  const compiled = compile(structuredClone(withoutTitle(spec))).spec;
  const view = new vega.View(vega.parse(compiled, undefined, { ast: true }), {
    renderer: 'none',
    expr: expressionInterpreter,
  });
  const svg = await view.toSVG();
  view.finalize();
  return Html.trusted(slim(named(svg)));
}

/** Pixels below which the page lets drawings scroll rather than shrink: 34rem. */
const LEAST = 544;

/** A drawing that is smaller by nature has a name of its own, and is not blown up. */
function named(svg: string): string {
  return svg.replace(/class="marks" width="([\d.]+)"/, (found, width) =>
    Number(width) < LEAST ? found.replace('marks', 'marks small') : found,
  );
}

/** The spec as the page uses it. */
function withoutTitle(spec: TopLevelSpec): TopLevelSpec {
  const { title: _, ...rest } = spec as { title?: unknown };
  return rest as TopLevelSpec;
}

/** Without a browser Vega takes every character for a Latin one; Chinese is twice as wide. */
function measureChinese(): void {
  const widthOf = (item: { fontSize?: number }, text: unknown) =>
    [text]
      .flat()
      .reduce((most: number, line) => Math.max(most, ems(String(line)) * (item.fontSize ?? 11)), 0);
  (vega as unknown as { textMetrics: { width: unknown } }).textMetrics.width = widthOf;
}

/** Leaves out what the page does not need: roles that say nothing, and digits below a pixel. */
function slim(svg: string): string {
  return svg
    .replace(/ (?:aria-hidden="true"|xmlns:xlink="[^"]*"|version="1.1")/g, '')
    .replace(/<path class="(?:background|foreground)"[^>]*\/>/g, '')
    .replace(/(\d\.\d{2})\d+/g, '$1')
    .replace(/ font-family="[^"]*"/g, '');
}
