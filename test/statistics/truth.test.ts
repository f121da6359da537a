/**
 * No figure made by other means is forgotten: each is reproduced by a test of this folder, or is
 * of a method that is not offered, for a reason.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { sharedData } from '../support/cli.ts';
import { fixture } from './support.ts';

/** Figures by the test that reproduces them; `proportions_by` and `means_by` are meant too. */
const reproduced: Readonly<Record<string, readonly string[]>> = {
  'kish.test.ts': ['n', 'sum_w', 'sum_w2', 'n_eff', 'deff'].flatMap((figure) => [
    `designs.*.kish.${figure}`,
    `designs.*.kish_by.*.${figure}`,
  ]),
  'proportion.test.ts': ['p', 'variance', 'se'].map((figure) => `designs.*.proportions.${figure}`),
  'mean.test.ts': ['mean', 'se', 'ci_z', 'ci_t', 'svyvar'].map(
    (figure) => `designs.*.means.${figure}`,
  ),
  'degrees-of-freedom.test.ts': ['designs.*.proportions.df', 'designs.*.means.df'],
  'interval.test.ts': [
    ...['logit', 'xlogit', 'beta', 'mean', 'n_eff', 'n_eff_dfadj'],
    ...['wilson_neff_z', 'wilson_neff_dfadj_z'],
  ]
    .map((method) => `designs.*.proportions.svyciprop.${method}`)
    .concat(
      ['wilson95', 'wilson99', 'clopper_pearson95'].map((method) => `single_proportion.${method}`),
    ),
  'rao-scott-design.test.ts': ['statistic', 'parameter', 'p'].map(
    (figure) => `designs.*.svychisq.F.${figure}`,
  ),
  'domain-difference.test.ts': ['diff', 'se', 'ci_z'].map(
    (figure) => `designs.*.domain_difference.${figure}`,
  ),
  'two-shares.test.ts': ['diff', 'newcombe95', 'z_pooled', 'p_pooled', 'proptest_chi2'].map(
    (figure) => `two_proportions.${figure}`,
  ),
  'adjust.test.ts': ['p_adjust.holm', 'p_adjust.BH'],
  'mcnemar.test.ts': ['mcnemar.chi2', 'mcnemar.p', 'mcnemar.exact_p'],
  'distributions.test.ts': [
    ...['qnorm.q', 'qt975.q', 'pchisq_upper.p', 'pf_upper.p', 'qbeta.q'],
  ].map((figure) => `distributions.${figure}`),
  'agreement.test.ts': [
    ...['alpha_textbook.alpha', 'alpha_textbook.printed', 'alpha.alpha', 'kappa.kappa'],
    ...[
      ...['micro.precision', 'micro.recall', 'micro.f1', 'macro_f1_all', 'macro_f1_supported'],
      ...['subset_accuracy', 'per_code.precision', 'per_code.recall', 'per_code.f1'],
      ...['per_code.support', 'per_code.kappa', 'per_code.alpha'],
    ].map((figure) => `multilabel.${figure}`),
  ],
};

/** Methods the report does not offer, and why. */
const notOffered: Readonly<Record<string, string>> = {
  'designs.*.degf': 'that of the whole design, of which each base has its own df',
  'designs.*.proportions.ci_z': 'Wald: leaves [0, 1] and misses near its ends',
  'designs.*.proportions.ci_t': 'Wald, as svyciprop’s mean, which a test of t-interval checks',
  'designs.*.proportions.svyciprop.likelihood': 'needs iteration over observations',
  'designs.*.proportions.svyciprop.asin': 'as good as the logit, which is R’s default',
  'designs.*.proportions_by.svyby.*': 'the same figures once more',
  'designs.*.means.n_valid': 'a head-count',
  'designs.*.means.deff': 'Kish’s is shown',
  'designs.*.means.total': 'totals of a scale mean nothing',
  'designs.*.means.total_se': 'totals of a scale mean nothing',
  'designs.*.svychisq.Chisq.*': 'first order: the second order is nearer its level',
  'designs.*.svychisq.Wald.*': 'unsteady with few clusters',
  'designs.*.svychisq.adjWald.*': 'unsteady with few clusters',
  'designs.*.svychisq.saddlepoint.*': 'close to F, and not in closed form',
  'designs.*.svychisq.X2_over_F': 'a step on the way to F',
  'single_proportion.wilson95_cc': 'the continuity correction is too wide',
  'single_proportion.binom_p_half': 'no test against one half is made',
  'two_proportions.proptest_p': 'p_pooled once more',
  'two_proportions.proptest_cc_chi2': 'the continuity correction is too cautious',
  'two_proportions.proptest_cc_p': 'the continuity correction is too cautious',
  'two_proportions.wald95': 'Newcombe’s interval is used',
  'two_proportions.wald95_cc': 'Newcombe’s interval is used',
  'two_proportions.z_unpooled': 'under no difference both shares are one',
  'two_proportions.p_unpooled': 'under no difference both shares are one',
  'two_proportions.fisher_p': 'has no meaning for effective numbers',
  'p_adjust.bonferroni': 'Holm is never worse',
  'p_adjust.hochberg': 'Holm needs no assumption',
  'p_adjust.BY': 'too cautious for codes of one question',
  'mcnemar.chi2_cc': 'the exact p is given',
  'mcnemar.p_cc': 'the exact p is given',
  'kappa.linear': 'codes have no order',
  'kappa.quadratic': 'codes have no order',
  'kappa.agreement': 'agreement by chance is not taken out',
  'multilabel.weighted_f1': 'hides rare codes',
  'multilabel.samples_f1': 'depends on what an empty set counts for',
  'multilabel.samples_f1_empty1': 'depends on what an empty set counts for',
  'multilabel.hamming_loss': 'flattered by codes nobody gave',
  'multilabel.jaccard_micro': 'a function of the micro F1',
  'multiclass.*': 'answers carry sets of codes, not one class',
  'fleiss.kappa': 'Krippendorff’s alpha allows for missing coders',
};

/** What the figures are of, not figures. */
const inputs = [
  ...['data', 'n', 'design.*'].map((name) => `designs.*.${name}`),
  ...['var', 'level', 'by', 'group', 'n'].map((name) => `designs.*.proportions.${name}`),
  ...['var', 'by', 'group'].map((name) => `designs.*.means.${name}`),
  ...['row', 'col', 'rows', 'cols', 'weighted_table', 'unweighted_table'].map(
    (name) => `designs.*.svychisq.${name}`,
  ),
  ...['var', 'by', 'g1', 'g2'].map((name) => `designs.*.domain_difference.${name}`),
  ...['single_proportion.x', 'single_proportion.n', 'p_adjust.name', 'p_adjust.p'],
  ...['x1', 'n1', 'x2', 'n2'].map((name) => `two_proportions.${name}`),
  ...['mcnemar.b', 'mcnemar.c', 'fleiss.table', 'kappa.name', 'kappa.a', 'kappa.b'],
  ...['qnorm.p', 'qt975.df', 'pchisq_upper.x', 'pchisq_upper.df', 'pf_upper.x', 'pf_upper.d1'],
  ...['pf_upper.d2', 'qbeta.p', 'qbeta.a', 'qbeta.b'],
  ...['alpha_textbook.name', 'alpha_textbook.units', 'alpha.name', 'alpha.units'],
  ...['name', 'codes', 'gold', 'pred', 'per_code.code'].map((name) => `multilabel.${name}`),
].map((name) => (/^(q|p(chisq|f)_)/.test(name) ? `distributions.${name}` : name));

/** Names of all figures in a file; members of lists, designs and groups count as one. */
function figuresIn(value: unknown, name = ''): ReadonlySet<string> {
  if (Array.isArray(value)) {
    const inside = value.filter((one) => typeof one === 'object' && !Array.isArray(one) && one);
    if (inside.length === 0) return new Set([name]);
    return new Set(inside.flatMap((one) => [...figuresIn(one, name)]));
  }
  if (typeof value !== 'object' || value === null) return new Set([name]);
  const keyed = /(^|\.)(designs|kish_by)$/.test(name);
  return new Set(
    Object.entries(value).flatMap(([key, one]) => [
      ...figuresIn(one, [name, keyed ? '*' : key].filter(Boolean).join('.')),
    ]),
  );
}

const matches = (pattern: string, figure: string) =>
  pattern === figure || (pattern.endsWith('.*') && figure.startsWith(pattern.slice(0, -1)));
const sameForGroups = (figure: string) => figure.replace(/(proportions|means)_by/, '$1');

/** Which of the lists know a figure. */
function listsOf(figure: string): readonly string[] {
  const knows = (patterns: readonly string[]) =>
    patterns.some((pattern) => matches(pattern, figure) || matches(pattern, sameForGroups(figure)));
  return [
    ...Object.entries(reproduced).filter(([, patterns]) => knows(patterns)),
    ...Object.keys(notOffered).filter((pattern) => knows([pattern])),
    ...(knows(inputs) ? ['input'] : []),
  ].map(String);
}

const shared = sharedData('truth');
const files: readonly (readonly [string, Record<string, unknown>])[] = [
  ...['survey.json', 'tests.json', 'agreement.json'].map(
    (name) => [name, fixture<Record<string, unknown>>(name)] as const,
  ),
  ...(shared === null
    ? []
    : ['survey_truth.json', 'tests_truth_R.json', 'agreement_truth.json'].map((name) => {
        const text = readFileSync(join(shared, name), 'utf8');
        return [name, JSON.parse(text) as Record<string, unknown>] as const;
      })),
].map(([name, { meta: _, ...rest }]) => [name, rest] as const);

test.each(files)('every figure of %s is reproduced, an input, or not offered', (_, content) => {
  const figures = [...figuresIn(content)];
  expect(figures.length).toBeGreaterThan(20);
  expect(figures.filter((figure) => listsOf(figure).length === 0)).toEqual([]);
  expect(figures.filter((figure) => listsOf(figure).length > 1)).toEqual([]);
});

test('the tests that are said to reproduce figures are there and name them', () => {
  for (const [file, figures] of Object.entries(reproduced)) {
    const path = join(import.meta.dirname, file);
    expect(existsSync(path) ? file : `${file} is absent`).toBe(file);
    const text = readFileSync(path, 'utf8');
    const silent = figures.filter(
      (figure) => !new RegExp(`\\b${figure.split('.').at(-1)}\\b`).test(text),
    );
    expect(silent).toEqual([]);
  }
});

test('the lists hold nothing that is in no file', () => {
  const figures = files.flatMap(([, content]) => [...figuresIn(content)]);
  const offered = Object.values(reproduced).flat();
  const all = shared === null ? offered : [...offered, ...Object.keys(notOffered), ...inputs];
  const stale = all.filter(
    (pattern) =>
      !figures.some(
        (figure) => matches(pattern, figure) || matches(pattern, sameForGroups(figure)),
      ),
  );
  expect(stale).toEqual([]);
});
