/** How well one colour stands out from another. */

/** Red, green and blue, from 0 to 255. */
export type Rgb = readonly [number, number, number];

/** Contrast ratio as WCAG 2.2 defines it, from 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb
    .map((one) => one / 255)
    .map((one) =>
      one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4,
    ) as unknown as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
