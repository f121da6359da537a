/** Colours of the points of a scale, and what can be read on them. */

/**
 * Colours of a scale's points, from brown over pale grey to blue; `n` at least 1. Each has its own
 * lightness: the low end is the darkest, the middle the lightest.
 */
export function divergingColours(n: number): readonly string[] {
  const stops = ['#8c3a0b', '#d98a4a', '#dfe2e6', '#a5cbe8', '#3f83bd'];
  return Array.from({ length: n }, (_, at) => {
    const place = n === 1 ? 2 : (at / (n - 1)) * 4;
    return mix(stops[Math.floor(place)] ?? '', stops[Math.ceil(place)] ?? '', place % 1);
  });
}

/** Whether white is easier to read on a colour than black. */
export function isDark(colour: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.18;
}

function mix(from: string, to: string, share: number): string {
  const channel = (text: string, at: number) => Number.parseInt(text.slice(at, at + 2), 16);
  const part = (at: number) =>
    Math.round(channel(from, at) + (channel(to, at) - channel(from, at)) * share)
      .toString(16)
      .padStart(2, '0');
  return `#${part(1)}${part(3)}${part(5)}`;
}
