/** A list of numbers with room for twice as many, to which more is to be added. */
export function widened<List extends Int32Array | Float64Array>(list: List): List {
  const wider = new (list.constructor as new (length: number) => List)(2 * list.length);
  wider.set(list);
  return wider;
}
