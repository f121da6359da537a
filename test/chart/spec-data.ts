/** Reads what a spec holds. */

export type Datum = Readonly<Record<string, unknown>>;

/** Every line of data in a spec, of all layers. */
export function dataOf(spec: unknown): readonly Datum[] {
  if (Array.isArray(spec)) return spec.flatMap(dataOf);
  if (typeof spec !== 'object' || spec === null) return [];
  return Object.entries(spec).flatMap(([key, value]) =>
    key === 'data' ? ((value as { values?: readonly Datum[] }).values ?? []) : dataOf(value),
  );
}
