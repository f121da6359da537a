/**
 * danfojs-node in a fifth of its time to load: of two libraries that it brings, builds in one file
 * take the place of hundreds (mathjs) and of what this program has loaded already (xlsx); what it would
 * fetch data from the network with is left out, since nothing here does. Where a module cache lets nobody
 * in, as under Jest, it is loaded as it comes.
 */
import { createRequire } from 'node:module';
import * as xlsx from 'xlsx';

const { resolve } = createRequire(import.meta.url);
// As danfo would find them, whichever others there may be.
const require = createRequire(resolve('danfojs-node'));

/** Whoever requires a library of this name from now on gets this. */
function provide(name: string, exports: unknown): void {
  require.cache[require.resolve(name)] ??= { exports, loaded: true } as NodeJS.Module;
}

provide('mathjs', require('mathjs/lib/browser/math.js'));
provide('xlsx', xlsx);
const noNetwork = () => {
  throw new Error('the network is not used');
};
provide('request', Object.assign(noNetwork, { get: noNetwork }));
provide('node-fetch', noNetwork);

export const danfo: typeof import('danfojs-node') = require('danfojs-node');
