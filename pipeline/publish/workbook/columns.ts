/** Columns of the sheets: what they are called, and how their figures look. */
import type { Tables } from '../../aggregate/tables.ts';
import type { WordKey } from '../../report/words.ts';
import { COLUMNS } from '../columns.ts';
import type { Style } from './styles.ts';

/**
 * Tables that have a sheet, in the order of the report. Not among them: how the files were read
 * (rows), personal data found (personal), and phrases for those who revise a taxonomy (uncoded).
 */
export const SHEET_TABLES = [
  'problems',
  'quotes',
  'trends',
  'series',
  'panel',
  'tests',
  'contrasts',
  'closed',
  'scales',
  'scale_trends',
  'themes',
  'pairs',
  'coding',
  'restated',
  'response',
  'hygiene',
  'sensitivity',
  'bases',
  'quality',
] as const satisfies readonly (keyof Tables)[];

export type SheetTable = (typeof SHEET_TABLES)[number];

/** How a figure looks; `share` has a decimal where the base of its line can carry it. */
export type Look = Exclude<Style, 'text' | 'head'> | 'share' | 'text';

/** A column of a sheet. */
export interface Column {
  /** As interface.md and the CSV have it. */
  readonly name: string;
  readonly head: WordKey;
  readonly look: Look;
}

type Said = readonly [head: WordKey, look: Look];

const SAID: Readonly<Record<string, Said>> = {
  round: ['colRound', 'text'],
  question: ['colQuestion', 'text'],
  taxonomy: ['sheetTaxonomy', 'text'],
  group: ['sheetGroup', 'text'],
  value: ['sheetValue', 'text'],
  code: ['colProblem', 'text'],
  level: ['sheetLevel', 'count'],
  label: ['sheetLabel', 'text'],
  theme: ['colTheme', 'text'],
  type: ['sheetType', 'text'],
  option: ['sheetOption', 'text'],
  base: ['colBase', 'count'],
  n: ['colN', 'count'],
  share: ['colShare', 'share'],
  low: ['sheetLow', 'share'],
  high: ['sheetHigh', 'share'],
  n_effective: ['colEffective', 'tenths'],
  status: ['sheetStatus', 'text'],
  shown: ['sheetStatus', 'text'],
  mean: ['mean', 'hundredths'],
  sd: ['sd', 'hundredths'],
  from: ['sheetFrom', 'text'],
  to: ['sheetTo', 'text'],
  share_from: ['sheetShareFrom', 'percent'],
  share_to: ['sheetShareTo', 'percent'],
  difference: ['colDifference', 'points'],
  p: ['sheetP', 'chance'],
  p_adjusted: ['colAdjusted', 'chance'],
  change: ['colVerdict', 'text'],
  verdict: ['colVerdict', 'text'],
  direction: ['colVerdict', 'text'],
  rounds: ['sheetRounds', 'count'],
  z: ['sheetZ', 'hundredths'],
  base_rest: ['sheetBaseRest', 'count'],
  share_rest: ['sheetShareRest', 'percent'],
  n_effective_rest: ['sheetEffectiveRest', 'tenths'],
  statistic: ['sheetStatistic', 'hundredths'],
  df1: ['sheetDf1', 'tenths'],
  df2: ['sheetDf2', 'tenths'],
  top: ['sheetTop', 'share'],
  top_low: ['sheetTopLow', 'share'],
  top_high: ['sheetTopHigh', 'share'],
  bottom: ['sheetBottom', 'share'],
  bottom_low: ['sheetBottomLow', 'share'],
  bottom_high: ['sheetBottomHigh', 'share'],
  net: ['sheetNet', 'points'],
  net_low: ['sheetNetLow', 'points'],
  net_high: ['sheetNetHigh', 'points'],
  mean_from: ['sheetMeanFrom', 'hundredths'],
  mean_to: ['sheetMeanTo', 'hundredths'],
  superiority: ['sheetSuperiority', 'percent'],
  superiority_low: ['sheetSuperiorityLow', 'percent'],
  superiority_high: ['sheetSuperiorityHigh', 'percent'],
  p_rank: ['sheetPRank', 'chance'],
  code_a: ['sheetCodeA', 'text'],
  code_b: ['sheetCodeB', 'text'],
  lift: ['colLift', 'hundredths'],
  odds_ratio: ['colOdds', 'hundredths'],
  odds_low: ['sheetOddsLow', 'hundredths'],
  odds_high: ['sheetOddsHigh', 'hundredths'],
  variant: ['sheetVariant', 'text'],
  of: ['sheetOf', 'text'],
  population: ['colPopulation', 'count'],
  respondents: ['colRespondents', 'count'],
  rate: ['colRate', 'percent'],
  rule: ['colRule', 'text'],
  policy: ['colPolicy', 'text'],
  source: ['sheetSource', 'text'],
  answers: ['sheetAnswers', 'count'],
  support: ['sheetSupport', 'count'],
  predicted: ['sheetPredicted', 'count'],
  precision: ['colPrecision', 'percent'],
  recall: ['colRecall', 'percent'],
  f1: ['sheetF1', 'percent'],
  quote: ['sheetQuote', 'text'],
  base_before: ['sheetBaseBefore', 'count'],
  share_before: ['sheetShareBefore', 'share'],
};

/** Columns that say or look otherwise in a table, by its name. */
const OWN: Readonly<Partial<Record<SheetTable, Readonly<Record<string, Said>>>>> = {
  problems: { code: ['sheetCode', 'text'] },
  quality: { code: ['sheetCode', 'text'] },
  trends: { low: ['sheetLow', 'points'], high: ['sheetHigh', 'points'] },
  panel: {
    n: ['colPairs', 'count'],
    low: ['sheetLow', 'points'],
    high: ['sheetHigh', 'points'],
  },
  contrasts: {
    share: ['colShare', 'percent'],
    low: ['sheetLow', 'points'],
    high: ['sheetHigh', 'points'],
  },
  closed: { share: ['colClosedShare', 'share'] },
  scale_trends: {
    difference: ['sheetMeanDifference', 'signed'],
    low: ['sheetLow', 'signed'],
    high: ['sheetHigh', 'signed'],
  },
  coding: { status: ['sheetCodingStatus', 'text'] },
  hygiene: { share: ['sheetPart', 'percent'] },
  sensitivity: { difference: ['sheetVariantDifference', 'points'] },
  restated: {
    of: ['sheetOfTable', 'text'],
    code: ['sheetItem', 'text'],
    share: ['sheetShareNow', 'share'],
  },
};

/** The columns of a table, in the order of its CSV. */
export function columnsOf(table: SheetTable): readonly Column[] {
  return COLUMNS[table].map((name) => {
    const said = OWN[table]?.[name] ?? SAID[name];
    if (said === undefined) throw new Error(`${table}.${name} has no head`);
    return { name, head: said[0], look: said[1] };
  });
}
