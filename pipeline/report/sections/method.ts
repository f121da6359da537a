/** How the figures were made, in plain words; where they come from; what each problem means. */

import { isWeighted } from '../../aggregate/weight-groups.ts';
import { LEAST_EFFECTIVE, WIDEST } from '../../chart/figure.ts';
import { codeName } from '../../chart/names.ts';
import { count } from '../../chart/percent.ts';
import type { ToldWeighting } from '../../protect/weighting.ts';
import { encodingName, formatName } from '../../read/exports/names.ts';
import type { CodeEntry, Taxonomy } from '../../taxonomy/taxonomy.ts';
import { type Context, gap, plainly, type ReportContext, say, translated } from '../context.ts';
import { folded, type Section } from '../figure.ts';
import { type Content, type Html, html, join } from '../html.ts';
import { qualityOf } from '../quality.ts';
import { table } from '../table.ts';
import type { WordKey } from '../words.ts';
import { howHidden } from './hiding.ts';

/** How the kinds of interval are called. */
export const INTERVAL = { wilson: 'Wilson', logit: 'logit', beta: 'Korn–Graubard (beta)' } as const;
/** How the adjustment of p values is called. */
export const CORRECTION = { BH: 'Benjamini–Hochberg', holm: 'Holm', none: '—' } as const;

/** Beyond this share off the population, or of it without respondents, a warning is due. */
const MISSED = 0.05;

export function method(context: ReportContext): Section {
  const { survey } = context.model;
  const parts: readonly (readonly [WordKey, Content])[] = [
    [
      'methodBase',
      html`${say(context, 'methodBaseText')}${gap(context)}${say(context, 'methodOtherBases')}`,
    ],
    [
      'methodWeights',
      join(
        [
          say(context, isWeighted(survey) ? 'methodWeighted' : 'methodUnweighted'),
          ...howDrawn(context),
        ],
        gap(context),
      ),
    ],
    [
      'methodIntervals',
      say(context, 'methodIntervalsText', {
        confidence: context.confidence,
        interval: INTERVAL[survey.statistics.interval],
      }),
    ],
    [
      'methodTests',
      html`${say(context, 'methodTestsText', {
        correction: CORRECTION[survey.statistics.correction],
        alpha: context.alpha,
      })}${gap(context)}${say(context, survey.panel ? 'methodPanel' : 'methodIndependent')}`,
    ],
    [
      'methodSaid',
      say(context, 'methodSaidText', {
        alpha: context.alpha,
        effective: LEAST_EFFECTIVE,
        points: WIDEST * 100,
      }),
    ],
    [
      'methodHiding',
      html`${howHidden(context)}${survey.privacy.quotes === 'redacted' ? html`<p>${say(context, 'methodQuotes')}</p>` : null}`,
    ],
    ['methodCoding', howCoded(context)],
    ['methodRounding', say(context, 'methodRoundingText')],
  ];
  return {
    id: 'method',
    title: plainly(context, 'method'),
    body: html`<dl class="method">${parts.map(
      ([key, text]) => html`<dt>${plainly(context, key)}</dt><dd>${text}</dd>
`,
    )}</dl>
<h3>${plainly(context, 'definitions')}</h3>
${context.model.taxonomies.map((taxonomy) => definitions(context, taxonomy))}
<h3>${plainly(context, 'provenance')}</h3>
<p>${say(context, 'madeBy', { name: context.manifest.program.name, version: context.manifest.program.version })}</p>
${folded(plainly(context, 'provenanceFold'), [hashes(context), settings(context)])}`,
  };
}

/** How weights were computed, and how the sample was drawn, where the survey says so. */
function howDrawn(context: ReportContext): readonly Html[] {
  const { weighting, settings } = context.manifest;
  const [first] = weighting;
  const groupName = (id: string) => {
    const group = context.model.survey.groups.find((one) => one.id === id);
    return group === undefined ? id : translated(context, group.label);
  };
  const comma = plainly(context, 'listComma');
  const told: Html[] = [];
  if (first !== undefined) {
    const rounds = weighting.flatMap((one) => howWeighted(context, one));
    told.push(
      say(context, 'methodComputed', {
        by: join(first.by.map(groupName), comma),
        method: plainly(context, first.method === 'rake' ? 'methodRake' : 'methodPostStratify'),
        rounds: join([...rounds, ''], gap(context)),
      }),
    );
  }
  const design = String(settings.design ?? '')
    .split(' ')
    .filter((one) => one !== '');
  if (design.length > 0) {
    const words = { stratum: 'designStratum', cluster: 'designCluster', fpc: 'designFpc' } as const;
    const names = design.map((one) => plainly(context, words[one as keyof typeof words]));
    told.push(say(context, 'methodDesign', { design: join(names, comma) }));
  }
  return told;
}

/** What the weights of a round cost, and how far they leave the sample off the population. */
function howWeighted(context: Context, one: ToldWeighting): readonly Html[] {
  const values = effectValues(context, one);
  const { round } = values;
  const isMissed = (one.deviation ?? 0) > MISSED || one.unreached > MISSED;
  const unplaced =
    one.unplaced === null
      ? [say(context, 'methodUnplacedSome', { round })]
      : one.unplaced > 0
        ? [say(context, 'methodUnplaced', { round, n: count(one.unplaced) })]
        : [];
  return [
    say(context, one.design_effect === null ? 'methodEffectHidden' : 'methodEffect', values),
    ...unplaced,
    ...(isMissed ? [html`<strong>${say(context, 'methodMissed', { round })}</strong>`] : []),
  ];
}

function effectValues(context: Context, one: ToldWeighting) {
  const percent = (share: number) => `${(100 * share).toFixed(1)}%`;
  const { design_effect: effect, trimmed, deviation } = one;
  const round = context.model.survey.rounds.find(({ id }) => id === one.round);
  return {
    round: round === undefined ? one.round : translated(context, round.label),
    effect: effect?.toFixed(2) ?? '',
    trimmed: trimmed === null ? '' : count(trimmed),
    deviation: deviation === null ? '' : percent(deviation),
    unreached: percent(one.unreached),
  };
}

/** By terms, by terms and a model, or some taxonomies one way and some the other. */
function howCoded(context: ReportContext): Html {
  const byTerms = context.model.taxonomies.filter(
    ({ id }) => !qualityOf(context, id).some((row) => row.source !== ''),
  );
  const names = join(
    byTerms.map(({ labels }) => translated(context, labels)),
    plainly(context, 'listComma'),
  );
  const byHand = context.manifest.hand_codes?.answers ?? 0;
  const parts = [
    say(context, 'methodCodingText'),
    ...(byTerms.length < context.model.taxonomies.length
      ? [say(context, 'methodCodingModel')]
      : []),
    ...(byTerms.length > 0 ? [say(context, 'methodCodingTerms', { names })] : []),
    ...(byHand > 0 ? [say(context, 'methodByHand', { answers: String(byHand) })] : []),
    say(context, 'methodCodingErrors'),
  ];
  return join(parts, gap(context));
}

function definitions(context: Context, taxonomy: Taxonomy): Html {
  const list = (key: WordKey, texts: CodeEntry['includes']) =>
    texts.length === 0
      ? null
      : html` <span class="aside">${plainly(context, key)}${context.lang === 'en' ? ': ' : '：'}${texts.map(
          (text, at) => [
            at === 0 ? null : plainly(context, 'clauseComma'),
            translated(context, text),
          ],
        )}</span>`;
  const one = (entry: CodeEntry, parts: Content): Html =>
    html`<dt>${codeName(entry, context.lang)}</dt><dd>${translated(context, entry.definition)}${list('includes', entry.includes)}${list('excludes', entry.excludes)}${parts}</dd>
`;
  return folded(
    translated(context, taxonomy.labels),
    html`<dl class="definitions">${taxonomy.problems.map((problem) =>
      one(
        problem,
        problem.subproblems.length === 0
          ? null
          : html`<dl>${problem.subproblems.map((part) => one(part, null))}</dl>`,
      ),
    )}</dl>`,
  );
}

function hashes(context: ReportContext): Html {
  const { survey, inputs, hand_codes: byHand, taxonomies } = context.manifest;
  const hash = (sha256: string) => html`<span class="hash">${sha256}</span>`;
  const lines = [
    { cells: [survey.file, plainly(context, 'surveyFile'), '', hash(survey.sha256)] },
    ...inputs.map(({ file, format, encoding, sha256 }) => {
      const names = [formatName(format), encodingName(encoding)];
      return { cells: [file, ...names.map((name) => translated(context, name)), hash(sha256)] };
    }),
    ...(byHand === null
      ? []
      : [{ cells: [byHand.file, plainly(context, 'handCodesFile'), '', hash(byHand.sha256)] }]),
    ...taxonomies.map((one) => ({
      cells: [say(context, 'taxonomyFile', { id: one.id }), '', '', hash(one.sha256)],
    })),
  ];
  const heads = (['file', 'format', 'encoding', 'sha256'] as const).map((key) => ({
    head: plainly(context, key),
  }));
  return table(plainly(context, 'provenance'), heads, lines, plainly(context, 'provenance'));
}

function settings(context: ReportContext): Html {
  const lines = Object.entries(context.manifest.settings).map(([key, value]) => ({
    cells: [html`<code>${key}</code>`, String(value)],
  }));
  const heads = (['setting', 'settingValue'] as const).map((key) => ({
    head: plainly(context, key),
  }));
  return table(plainly(context, 'setting'), heads, lines, plainly(context, 'setting'));
}
