/** Chinese from one script into the other: characters, by the words that they stand in, and no terms. */
import { createRequire } from 'node:module';
import type { ConverterOptions } from 'opencc-js';

type Converter = (text: string) => string;
type Library = { readonly Converter: (options: ConverterOptions) => Converter };

const require = createRequire(import.meta.url);

/** A large table of words: read only where a text needs it, and once. */
function converter(library: 'opencc-js/cn2t' | 'opencc-js/t2cn', options: ConverterOptions) {
  let made: Converter | null = null;
  return (text: string): string => {
    made ??= (require(library) as Library).Converter(options);
    return made(text);
  };
}

/** @example toTraditional('为人民服务，面条很好') // '為人民服務，麵條很好' */
export const toTraditional = converter('opencc-js/cn2t', { from: 'cn', to: 'tw' });

/** @example toSimplified('為人民服務') // '为人民服务' */
export const toSimplified = converter('opencc-js/t2cn', { from: 'tw', to: 'cn' });
