/** The scripts a report carries, read from the installed packages. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { packageRoot } from '../package-root.ts';

const require = createRequire(import.meta.url);

let scripts: Promise<readonly string[]> | null = null;

/** In the order they must run: each leaves a global that the next one uses. Read once. */
export function readScripts(): Promise<readonly string[]> {
  scripts ??= readInstalled();
  return scripts;
}

async function readInstalled(): Promise<readonly string[]> {
  const [vega, vegaLite, vegaEmbed, interpreter, report] = await Promise.all([
    readFile(beside('vega', 'vega.min.js'), 'utf8'),
    readFile(beside('vega-lite', 'vega-lite.min.js'), 'utf8'),
    readFile(beside('vega-embed', 'vega-embed.min.js'), 'utf8'),
    readFile(beside('vega-interpreter', 'vega-interpreter.js'), 'utf8'),
    readFile(join(packageRoot, 'dist', 'report', 'browser', 'report.min.js'), 'utf8'),
  ]);
  const inOrder = [vega, vegaLite, vegaEmbed, asScript(interpreter), report];
  return inOrder.map((one) => inElement(one.replace(/^\/\/# sourceMappingURL=.*$/gm, '').trim()));
}

/** A file of a package's build folder: packages export only their module, which lies there too. */
function beside(name: string, file: string): string {
  return join(dirname(require.resolve(name)), file);
}

/**
 * vega-interpreter comes as a module only: its imports are taken from the vega global, and
 * what it exports is left as one.
 */
function asScript(module: string): string {
  const imports = /^import \{([^}]*)\} from 'vega-util';$/m;
  const exports = /^export \{ (\w+) as expressionInterpreter \};$/m;
  if (!imports.test(module) || !exports.test(module)) {
    throw new Error('vega-interpreter has a form that cannot be inlined');
  }
  const body = module
    .replace(imports, 'const {$1} = globalThis.vega;')
    .replace(exports, 'globalThis.vegaInterpreter = $1;');
  return `(function () { 'use strict';\n${body}\n})();`;
}

/** Text that would end the script element, or hide its end, is written with an escape. */
function inElement(script: string): string {
  return script.replace(/<(?=\/script|!--)/gi, '\\x3c');
}
