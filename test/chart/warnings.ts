/** What Vega-Lite and Vega complain about while compiling and drawing a chart. */

import { logger, parse, View, Warn } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { compile, type TopLevelSpec } from 'vega-lite';

export async function warningsFrom(spec: TopLevelSpec): Promise<readonly string[]> {
  const said: string[] = [];
  const collect = (_method: unknown, _level: unknown, input: readonly unknown[]) => {
    said.push(input.map(String).join(' '));
  };
  const log = logger(Warn, 'warn', collect as never);
  const compiled = compile(structuredClone(spec), { logger: log }).spec;
  const view = new View(parse(compiled, undefined, { ast: true }), {
    renderer: 'none',
    expr: expressionInterpreter as never,
    logger: log,
  });
  await view.runAsync();
  view.finalize();
  return said;
}
