/** The report's text in English. */
import type { Words } from '../words.ts';
import { estimatesEn } from './estimates-en.ts';
import { hidingEn } from './hiding-en.ts';
import { sentencesEn } from './sentences-en.ts';
import { sheetsEn } from './sheets-en.ts';
import { toolsEn } from './tools-en.ts';

export const en: Words = {
  language: 'English',
  languages: 'Language',
  contents: 'Contents',
  skip: 'Skip to the text',
  date: 'Date',
  roundBase: '{round}: {used} {used|respondent|respondents} used',
  roundsMany: '{from} to {to}, {n} {n|round|rounds}, {used} {used|respondent|respondents} used',
  dateText: '{day} {month} {year}',
  baseOf: '{name}: {base} substantive {base|answer|answers}',
  note: 'Note',
  table: 'Table',
  hidden: 'hidden',
  noBase: '—',
  notAsked: 'not asked in this round',
  notAskedNote:
    '“{question}” was not asked in {rounds}: marked “not asked in this round”, without figures, and nothing is compared with {n|this round|these rounds}.',
  all: 'All',
  listComma: ', ',
  clauseComma: '; ',

  ...sentencesEn,
  ...estimatesEn,
  ...toolsEn,
  ...hidingEn,
  ...sheetsEn,

  problems: 'Problems ranked',
  problemsIntro:
    'A respondent can mention several problems, so shares can add up to more than 100%.',
  quotes: 'In respondents’ own words: {panel}',
  quotesChosen:
    'A program proposed these quotes from answers that state the problem: surely coded, of middle length, in words that many use. Quotes that name a unit, answers that may name a person, and answers of people of whom any group has fewer than {fewest} {fewest|respondent|respondents} are left out; nobody is quoted twice, only short pieces are quoted, and no unit or post is given.',
  quotesMask: 'Personal data is masked by its kind.',
  quotesDrop: 'Answers with personal data are left out.',
  quotesReleased:
    'A person agreed to each quote before it was published. They are views of single respondents: they show what a problem looks like, not how common it is.',
  quoted: '“{quote}”',
  anyProblem: 'At least one problem',

  qualityMeaning:
    'Quality of the coding: precision is how many of 100 answers given the code deserve it, recall how many of 100 that deserve it are found.',
  qualityFromExamples:
    'Both come from cross-validation on the {n} {n|example|examples} of the taxonomy, which are not answers of this survey; real answers may be harder to code.',
  qualityFromHand:
    'Both come from cross-validation on {n} {n|answer|answers} of this survey coded by hand; over fewer than {few} they are hidden.',
  qualityNotCovered: 'Intervals of shares do not cover this error.',
  qualityTermsOnly:
    'Precision and recall of the coding were not measured: the taxonomy has no examples and is coded by terms alone.',
  qualityTooFew:
    'Precision and recall of the coding were not measured: neither the taxonomy’s examples nor answers coded by hand come to {n}.',
  qualityHow:
    'To have them measured, code {n} or more answers of this survey by hand and name the file in survey.yaml: {setting}. Intervals of shares do not cover coding error.',

  changes: 'Changes over the rounds',
  changesIntro:
    'All panels have the same axes, in the order of the chart above. Verdicts follow adjusted p-values; intervals are not adjusted.',
  oneRound: 'There is only one round so far, so nothing to compare.',
  groupChanges: 'Significant changes by {group}',
  moreChanges: '{n} more {n|is|are} in tables/trends.csv.',

  groups: 'Differences between groups',
  groupsIntro:
    'Each cell is the share of one group that mentions one problem. The table adds intervals, and a test of whether groups differ on a problem.',
  nested: 'In detail by {group} ({round})',
  tooMany:
    '{group} has {n} {n|value|values}, too many to list here; all figures are in tables/problems.csv.',
  noGroups: 'This survey has no groups.',

  subproblems: 'Sub-problems',
  subproblemsOf: '{panel}: share mentioning each sub-problem, {round}',
  subproblemsCount: '{n} {n|sub-problem|sub-problems}',
  subproblemsIntro:
    'Below each problem stand its parts, in the same order of problems. Answers that name only the problem count for no part, so parts need not add up to it.',

  closed: 'Closed questions and scales',
  closedIntro:
    'Closed questions prompt their answers, open ones do not. Their bases and meanings differ: they stand side by side and are never pooled.',
  options: 'Option',
  openShare: 'Share in open answers',
  mean: 'Mean',
  sd: 'Standard deviation',
  meanNote: '{confidence} interval of the mean',

  scaleRange: 'range {low}–{high}',

  units: 'Units compared with the whole',
  unitsIntro:
    'This is no ranking: shares of small units swing high or low by themselves. A funnel plot asks how far each unit lies from the whole, and how far chance alone would take one of its size. To lie beyond a limit means that the difference does not look like chance; it tells no cause and is no verdict. The whole includes the units themselves.',
  unitsUnshown: 'Not drawn, because their figures are withheld: {list}.',
  unitsOf: '{name} {n}',
  unitsCount: '{n} of “{group}”',
  unitsFew:
    'The table lists those beyond the 99.8% limits only; all figures are in tables/problems.csv.',
  unitsNoneFar: 'None lies beyond the 99.8% limits; all figures are in tables/problems.csv.',
  colStanding: 'Beside the whole',
  'standing-within': 'within the 95% limits',
  'standing-above': 'above the 95% limit',
  'standing-below': 'below the 95% limit',
  'standing-far-above': 'above the 99.8% limit',
  'standing-far-below': 'below the 99.8% limit',
  whole: 'Whole',
  wholeMarks: '▲▼ above or below the 99.8% limits',
  priorities: 'How common and how severe',
  prioritiesIntro:
    'Shares tell how many people think of a problem, scales how severe people find it; together they help to decide what to take up first. Only problems with a linked scale and both figures published are listed; high and low, left and right are relative to the other problems shown.',
  colScale: 'Scale',
  scaleTop: 'Top two points',
  scaleNet: 'Net',
  scaleNote:
    'Net is the top two points minus the bottom two, in percentage points; with any point hidden all of these are hidden, and below four points there are none.',

  themes: 'Common themes',
  themesIntro:
    'Problems of the two taxonomies that mean the same are joined into themes, to compare them side by side.',

  pairs: 'Problems mentioned together',
  pairsIntro:
    'Share of respondents who mention both problems. It may be large only because each is common: they go together more often than by chance where their odds ratio (odds of the one among those who mention the other, over its odds among the rest) is significantly above 1 after adjustment; intervals are not adjusted. The lift is the share over what it would be if the two were independent.',
  pairsTop: 'The {n|most common|{n} most common} of the published pairs',

  coding: 'Coding of the answers',
  codingIntro:
    'Blank, “no problem” and not asked are three different things: the first is not in the base, the second is, the third was never due.',
  hiddenRound: 'A round with a hidden count has no bar, since the rest would give it away.',

  notAvailable:
    'Not available for {rounds}: merged from tallies, which tell nothing of single respondents.',
  hygieneElsewhere:
    '{rounds}: merged from tallies. Repeated ids were looked for within each tally, but not between them.',
  uncoded: 'Common words in answers that fit no code',
  uncodedIntro:
    'These words are common in answers that fit no code and rare in coded ones. A program picked them, and put into one set what mostly the same people say, as a lead for those who revise the taxonomy. It compares words and does not understand them: not every set is a problem, and some problems will be missing. Of more than {most} {most|answer|answers} of either kind, {most} {most|is|are} drawn at random.',
  uncodedRule:
    'Words are listed only if at least {minimum} {minimum|person|people} used them, from two or more different values of “{group}”, and never if they hold a digit, what may be a name or a form of address, the name of a group or the text of an option. No counts are given here; how many answers fit no code is told by “Coding of the answers” and tables/coding.csv, as far as it is published.',
  uncodedNoGroups:
    'This survey has no groups, so there is no telling whether words come from one unit only, and none are published.',
  uncodedCheck:
    'A person should read private/uncoded-themes.csv: it has the counts and answers of every set under the same numbers; those that could not be published come last.',
  uncodedNone:
    '{panel}: no words of {round} can be published. This does not show that the taxonomy misses nothing.',
  uncodedCaption: '{panel}: words common in answers of {round} that fit no code',

  quality: 'Data quality',
  rows: 'Rows used and left out',
  rowsIntro:
    'For each file, rows = used + set aside + excluded. What was set aside, and why, is listed in the private folder.',
  readGiven: 'Read as {encoding}, as the settings say: {files}.',
  readMarked: 'Read as {encoding} by the byte order mark: {files}.',
  readByZeros:
    'Read as {encoding} by the places of zero bytes, without a byte order mark: {files}.',
  readGuessed:
    'Neither marked nor UTF-8, and read as {encoding}, which gives the most plausible text (next best: {runnerUp}): {files}.',
  readWorkbook: 'Read as Excel workbooks: {files}.',
  reasonNone: '(used)',
  'reason-used': 'used',
  'reason-too-few-cells': 'too few cells',
  'reason-too-many-cells': 'too many cells',
  'reason-repeated-header': 'repeated header',
  'reason-totals-row': 'row of totals',
  'reason-footer-row': 'line below the table',
  'reason-bad-weight': 'bad weight',
  'reason-bad-design': 'sampling design missing',
  'reason-not-a-number': 'not a number',
  'reason-not-a-point': 'no point of the scale',
  'reason-out-of-range': 'out of range',
  'reason-unknown-option': 'unknown option',
  'reason-duplicate': 'repeated id (dropped)',
  'reason-identical-row': 'identical answers (dropped)',
  'reason-straight-lining': 'straight-lining (dropped)',
  'reason-too-fast': 'too fast (dropped)',
  'reason-contradiction': 'contradiction (dropped)',
  'reason-excluded': 'excluded by the survey',
  'reason-dropped': 'dropped by the survey’s rules',

  restated: 'Figures that differ from the last release',
  restatedIntro:
    'The figures below differ from those of the last release; these ones hold. Answers that came late, changes of the coding or of the settings can be the reason. Beside each share stands its base.',
  restatedMore:
    '{n} more {n|figure of a sub-problem or group has|figures of sub-problems or groups have} changed: see tables/restated.csv.',
  colRestated: 'Problem or option',
  colBefore: 'Last release',
  colNow: 'This release',
  hygiene: 'Response quality',
  hygieneIntro:
    'What the program found suspicious among the answer sheets of each round. A flag asks for a look and is no verdict on the respondent. Flagged sheets count like all others; those set to be dropped do not.',
  hygieneRules:
    'Repeated id: an id that comes again within a round; the first is not counted. Identical answers: within a file, every column but id, times, names, device and weight is equal to that of an earlier sheet; in a short survey two people may also agree in everything; sheets dropped for another reason are not compared. Straight-lining: at least three scales of one range answered, all with the same point. Too fast: less than a third of the file’s median time; checked where at least 30 sheets have a time. Contradiction: an option such as “none of the above” chosen together with another one in a multiple choice.',
  hygieneCounts:
    'The table shows head-counts and their share of the round’s answer sheets, dropped ones included; small counts are hidden.',
  hygieneDropped:
    'What is set to be dropped is shown however small: dropped sheets count in no result, and “Rows used and left out” and tables/rows.csv list their number file by file anyway.',
  personal: 'Personal data in the answers',
  personalFound:
    'The program looks for personal data in the answers to open questions, by the form and check digits of numbers and by words such as “name:” or “phone:”. {found} {treatment} A program does the looking: it may miss some and mistake other words for personal data, and names without such a word before them are not looked for.',
  personalNone: 'None was found in any round.',
  personalSome:
    'The table shows how many people gave each kind in their answer; small counts are hidden.',
  personalMask:
    'Where private/codes/ and private/uncoded-themes.csv quote answers for checking, it is masked by its kind.',
  personalDrop:
    'Where private/codes/ and private/uncoded-themes.csv quote answers for checking, answers with any are left out.',
  colQuestion: 'Question',
  colKind: 'Kind',
  notChecked: 'not checked',
  colRule: 'Finding',
  colPolicy: 'Treatment',
  policyFlag: 'flagged',
  policyDrop: 'dropped',
  'rule-duplicates': 'Repeated id',
  'rule-identical': 'Identical answers',
  'rule-straight_lining': 'Straight-lining',
  'rule-speed': 'Too fast',
  'rule-contradictions': 'Contradiction',

  method: 'Method',
  methodBase: 'Bases',
  methodBaseText:
    'The base of an open question is everybody who gave a substantive answer: coded, fitting no code, or saying that there is no problem. Blank answers and people not asked are not counted. The base of a closed question is everybody who answered it. Bases and counts in the tables are unweighted heads.',
  methodWeights: 'Weights and effective n',
  methodWeighted:
    'Shares and intervals are weighted. The effective n is the size of a simple random sample that would be as precise: by Kish’s formula where there are only weights, from the design’s variance where there are strata or clusters, and never above the actual number.',
  methodUnweighted: 'This survey has no weights; every respondent counts the same.',
  methodIntervals: 'Intervals',
  methodIntervalsText:
    '{confidence} confidence intervals are {interval} intervals with the effective n. They cover sampling error only, not coding error, and are not adjusted for many comparisons.',
  methodTests: 'Tests and adjustment',
  methodTestsText:
    'Differences between rounds have Newcombe’s hybrid interval; differences between groups are tested by Rao–Scott. Verdicts compare p-values adjusted by {correction} with {alpha}; a family of tests is one question, pair of rounds, level and grouping, with those that need a hidden figure among them, as bearing nothing out. So an interval may exclude 0 where the verdict is “no evidence”.',
  methodIndependent:
    'Rounds are treated as independent samples, which is cautious if in fact the same people answered.',
  methodPanel:
    'People with the same id are also compared in pairs, see “The same people, before and after”; all other comparisons of rounds treat them as independent samples, which is cautious.',
  methodQuotes:
    'Respondents’ own words are published only where a person has agreed to each; the candidates and what was decided are in private/quotes.csv.',
  methodCoding: 'Coding',
  methodCodingText:
    'A program codes the open answers by the taxonomy; an answer can have several codes, and its words are never changed. It splits an answer into clauses and looks for the taxonomy’s terms in them; a term that its clause denies (“there is no lack of funds”) is no mention.',
  methodCodingModel:
    'A linear model then decides. From examples and answers with known codes it has learnt a weight of every term and short run of characters for every problem; it adds up those of an answer and gives the code where the sum reaches a threshold, so that wordings without any term are coded too. Thresholds and confidence come from cross-validation: the examples are split into five parts, and each part is tried on a model trained on the other four. The threshold is where precision and recall are best together (highest F1); confidence is how often a code with that sum was right. With too few examples both are fixed. Rules and a second model recognise answers that say there is no problem.',
  methodCodingTerms: 'Taxonomies without examples ({names}) are coded by terms alone.',
  methodByHand:
    'The program also learnt from {answers} hand-coded {answers|answer|answers}; an answer in the same words has the codes given by hand.',
  methodCodingErrors:
    'Coding makes mistakes: precision and recall, where measured, stand in the tables of problems and in tables/quality.csv. Read each share with the definition below.',
  methodRounding: 'Rounding',
  methodRoundingText:
    'Figures are rounded last. Percentages have no decimal below a base of 100 and one above; differences come from unrounded figures and are in percentage points.',
  provenance: 'Origin and checking',
  provenanceFold: 'Checksums (SHA-256) of the input files, and all settings',
  madeBy:
    'Made by {name} {version}. The same input and version give the same report, byte for byte.',
  file: 'File',
  encoding: 'Encoding',
  format: 'Export format',
  sha256: 'SHA-256',
  setting: 'Setting',
  settingValue: 'Value',
  surveyFile: 'Survey file',
  handCodesFile: 'Hand codes',
  taxonomyFile: 'Taxonomy {id}',

  definitions: 'Definitions',
  includes: 'Includes',
  excludes: 'Does not include',

  colProblem: 'Problem',
  colTheme: 'Theme',
  colRound: 'Round',
  colBase: 'Base',
  colN: 'Count',
  colShare: 'Share',
  colClosedShare: 'Share',
  colInterval: '{confidence} interval',
  colEffective: 'Effective n',
  colPrecision: 'Precision',
  colRecall: 'Recall',
  colPeriod: 'Period',
  colShift: 'Before → after',
  colDifference: 'Difference (points)',
  colAdjusted: 'Adjusted p',
  colVerdict: 'Verdict',
  colTest: 'Groups differ (adjusted p)',
  colPair: 'Pair',
  colSet: 'Set',
  colPhrases: 'Words',
  colLift: 'Lift',
  colOdds: 'Odds ratio',
  colReason: 'Reason',
  colRows: 'Rows',
  colUsed: 'Used',
  colSetAside: 'Set aside',
  colExcluded: 'Excluded',
  up: '▲ up',
  down: '▼ down',
  noEvidence: 'no evidence',
  tooFew: 'too few answers',
  significant: '{p} *',
};
