/** The texts of a Vega-Lite spec; what belongs to the language it is written in is left out. */
import { isSchemaAddress } from './addresses.ts';

/** Properties whose values are words of Vega-Lite, colours, fonts or expressions. */
const GRAMMAR = new Set(
  (
    'type field filter test color fill stroke expr format lineBreak frame font background anchor contains ' +
    'shape orient direction op baseline align titleAnchor titleAlign labelAnchor labelAlign ' +
    'labelExpr labelOverlap calculate as labelColor titleColor subtitleColor gridColor titleFontWeight ' +
    'labelFontWeight fontWeight symbolType interpolate x y range'
  ).split(' '),
);
/** Of data, where names and figures stand. */
const DATA_GRAMMAR = new Set(['kind', 'align', 'baseline']);

/**
 * What a string in a spec is: `text` a reader sees, `code` of the grammar (ASCII always, else it is
 * text), or the `schema` the spec is written by.
 *
 * @param inData whether it stands in the data
 */
export function kindOfString(
  value: string,
  key: string,
  inData: boolean,
): 'text' | 'code' | 'schema' {
  if (key === '$schema' && isSchemaAddress(value)) return 'schema';
  const isGrammar = inData
    ? DATA_GRAMMAR.has(key)
    : GRAMMAR.has(key) || (key === 'name' && /^[a-z]+$/.test(value));
  return isGrammar && /^[\x20-\x7e\n]*$/.test(value) ? 'code' : 'text';
}
