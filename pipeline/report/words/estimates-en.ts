/** Response, comparison of the same people, and sensitivity, in English. */
import type { EstimateWords } from './estimate-words.ts';

export const estimatesEn: EstimateWords = {
  response: 'Response',
  responseIntro:
    'Respondents used, as a share of the population ({file}). Those who did not answer may think otherwise: the lower the rate, the more caution in speaking of all.',
  responseAbove:
    'A rate above 100%: the population figures may be out of date, or the round may be wrong. Please check.',
  responseNone: 'No population figures, and so no rates, for {rounds}.',
  responseLeftOut:
    '{round}: respondents in units without population figures, left out of the rate of all: {n}.',
  responseUnknown:
    '{round}: some respondents are in units without population figures, so there is no rate of all.',
  roundRate:
    '{round}: {used} {used|respondent|respondents} used, response rate {rate} ({respondents} / {population})',
  methodMissed:
    '{round}: even weighted, the sample does not match the population. Trimming, or groups without respondents, bias the results; intervals do not show such bias, and the results should not be taken to hold for all.',
  methodUnplaced:
    '{round}: respondents who left a group that weights go by empty, given the mean factor of the others: {n}.',
  methodUnplacedSome:
    '{round}: some respondents left a group that weights go by empty; they were given the mean factor of the others.',
  colPopulation: 'Population',
  colRespondents: 'Respondents',
  colRate: 'Rate',
  everybody: 'All',
  panelTitle: 'The same people, before and after',
  panelRounds: 'The same people, before and after: {from} and {to}',
  panelNobody:
    '{from} and {to}: no id has a substantive answer in both rounds, so there are no pairs. Please check that all rounds use the same ids.',
  panelRecurring: '{ids} {ids|id occurs|ids occur} in both {from} and {to}.',
  panelAgreeing: '{share} of them are in the same groups in both ({groups}).',
  panelDoubtful:
    'Warning: an id of {from} and {to} may not be the same person (e.g. a running number given by a platform): many ids are in other groups in the two rounds. Please check the ids first; until then the pairs below should not be used.',
  panelIntro:
    'People who gave a substantive answer in both {from} and {to} are paired by their ids, so that only changes within a person count; unweighted. The test is McNemar’s exact one, the interval Newcombe’s for pairs.',
  colPairs: 'Pairs',
  sensitivity: 'Robustness checks',
  sensitivityIntro:
    'The same problems once without respondents whose answers are flagged, and once coded by terms alone. In brackets, the difference from the way used in this report, in percentage points. Where it is large, conclusions carry less weight. The table is of the latest round.',
  sensitivityNone:
    'There is nothing to compare in the latest round: nobody is flagged and no model took part, or the figures are hidden.',
  variantMain: 'As reported',
  variantUnflagged: 'Without flagged',
  variantTerms: 'Terms alone',
  methodComputed:
    'Weights are computed from the population by {by} ({method}). {rounds}Weights widen intervals, by how much the design effect says; what is gained by knowing the population is not counted, so for what chance does they are, if anything, too wide. The bias from trimming and from groups without respondents they do not show.',
  methodEffect:
    '{round}: design effect {effect}, respondents trimmed: {trimmed}; weighted shares of groups differ from those of the population by at most {deviation} of the latter, and {unreached} of the population are in groups without respondents.',
  methodEffectHidden:
    '{round}: how many answered from a group weighted by is hidden, and the design effect and what was trimmed would tell, so they are not published; {unreached} of the population are in groups without respondents.',
  methodRake: 'raking',
  methodPostStratify: 'post-stratification',
  designStratum: 'strata',
  designCluster: 'clusters',
  designFpc: 'a finite population',
  methodDesign:
    'The sample was drawn by {design}; variances are linearised as in R’s survey package, and a stratum of one unit is taken about the mean over strata. With few clusters intervals are widened by their degrees of freedom.',
  methodOtherBases:
    'Shares of all who were asked, and of all mentions, are in tables/bases.csv; the latter add up to 100% and do not say how common a problem is.',
};
