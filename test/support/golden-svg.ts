/** Drawings as text that a reader of a difference can follow. */

/** Attributes that say where something is; only their numbers are rounded. */
const GEOMETRY =
  / (d|transform|viewBox|width|height|x|y|x1|x2|y1|y2|dx|dy|r|cx|cy|points)="([^"]*)"/g;

/**
 * A drawing with one element a line, places to a tenth of a pixel, and ids numbered from 0 as they
 * come; texts stay on one line with all that is in them, since white space shows there.
 *
 * @param svg as Vega writes it: no comments, no white space between elements
 */
export function goldenSvg(svg: string): string {
  return `${lines(renumbered(svg.replace(GEOMETRY, rounded))).join('\n')}\n`;
}

function rounded(_attribute: string, name: string, value: string): string {
  // Without their signs, so that there and back are as long as each other.
  const numbers = value
    .replace(/\d*\.\d+(?:e-?\d+)?/g, (one) => String(Math.round(Number(one) * 10) / 10))
    .replace(/-0(?![.\d])/g, '0');
  return ` ${name}="${numbers}"`;
}

function renumbered(svg: string): string {
  const ids = [...new Set([...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!))];
  const numbers = new Map(ids.map((id, at) => [id, `id${at}`]));
  const known = (id: string) => numbers.get(id) ?? id;
  return svg
    .replace(/ id="([^"]+)"/g, (_, id: string) => ` id="${known(id)}"`)
    .replace(/url\(#([^)]+)\)/g, (_, id: string) => `url(#${known(id)})`)
    .replace(/href="#([^"]+)"/g, (_, id: string) => `href="#${known(id)}"`);
}

function lines(svg: string): readonly string[] {
  let depth = 0;
  return [...svg.matchAll(/<text\b[^>]*?(?:\/>|>.*?<\/text>)|<[^>]+>|[^<]+/gs)].map(([part]) => {
    if (part.startsWith('</')) depth -= 1;
    const line = '  '.repeat(depth) + part;
    const opens = /^<[^/!?]/.test(part) && !part.startsWith('<text') && !part.endsWith('/>');
    if (opens) depth += 1;
    return line;
  });
}
