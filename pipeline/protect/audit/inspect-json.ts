/** JSON: charts; of any other, its texts. */
import { type Place, problem } from '../../errors.ts';
import type { Where } from './artefact.ts';
import { type Datum, leaksInChart } from './chart-figures.ts';
import type { Inspection } from './inspection.ts';
import { NO_SUBJECT, type Subject } from './names.ts';
import { type Json, type Path, pathText, visit } from './read-json.ts';
import { kindOfString } from './spec-texts.ts';

/** Every text of a value. */
export function inspectJson(value: Json, at: Place, { texts }: Inspection): void {
  let path: Path | null = null;
  const where: Where = () => placeAt(at, path);
  visit(value, {
    text: (text, _, here) => {
      path = here;
      texts.take(text, where);
    },
    object: () => {},
  });
}

/** A chart that stands alone, in the report's first language. */
export function inspectChartFile(file: string, content: string, inspection: Inspection): void {
  const { charts, names } = inspection.published;
  const subject = charts.find(({ name }) => file === `charts/${name}.vl.json`) ?? NO_SUBJECT;
  const [lang = ''] = names.keys();
  inspectSpec(JSON.parse(content), lang, subject, { file }, inspection);
}

function inspectSpec(
  spec: Json,
  lang: string,
  subject: Subject,
  at: Place,
  { published, hidden, texts, figures }: Inspection,
): void {
  let path: Path | null = null;
  const where: Where = () => placeAt(at, path);
  const data: Datum[] = [];
  visit(spec, {
    text: (text, key, here) => {
      path = here;
      const kind = kindOfString(text, key, isDatum(here?.parent ?? null));
      if (kind === 'text') texts.take(text, where);
      else if (kind === 'code') texts.takeCode(text, where);
    },
    object: (datum, here) => {
      if (isDatum(here)) data.push({ datum, path: here });
    },
  });
  for (const found of leaksInChart(data, lang, subject, published.names, hidden)) {
    figures.push(problem('leak-figure', placeAt(at, found), { of: subject.kind }));
  }
}

function placeAt(at: Place, path: Path | null): Place {
  if (path === null) return at;
  const key = pathText(path);
  return { ...at, key: at.key === undefined ? key : `${at.key}.${key}` };
}

/** Whether a path is that of a datum: an item of the list `values`. */
function isDatum(path: Path | null): boolean {
  return typeof path?.step === 'number' && path.parent?.step === 'values';
}
