/** Sentences made from verdicts, in English. */
import type { SentenceWords } from './sentence-words.ts';

export const sentencesEn: SentenceWords = {
  findings: 'Main findings',
  findingsNote:
    'These sentences rest on published figures, their intervals and adjusted tests only, never on which of two shares looks larger. “No evidence” of a change or difference does not mean that there is none.',
  findNothing: 'The published figures allow no conclusion.',

  sayAbout: '{panel}: {text}',
  sayOthers: '{n} more: no evidence, or nothing concluded',
  sayName: '“{name}”',
  sayCode: '“{name}” ({share}, {confidence} interval {interval})',
  sayAndMore: '{list} and {n} more',
  sayAndMoreValues: '{list} and {n} more',
  sayRanking:
    'in {round}, {base} {base|respondent|respondents} gave a substantive answer. Most mentioned: {first}{next}.',
  sayTie:
    'in {round}, {base} {base|respondent|respondents} gave a substantive answer. Most mentioned: {first}; the figures do not settle their order.',
  sayNext: '; then {list}',
  sayNextTied: '; then {list}, whose order the figures do not settle',
  sayAny:
    'of the {base} {base|respondent|respondents} who gave a substantive answer in {round}, {share} mention at least one problem ({confidence} interval {interval}).',
  sayUncoded:
    '{share} of the {base} substantive {base|answer|answers} in {round} fit no code; read the shares with this in mind.',
  sayPair:
    'of the {base} {base|respondent|respondents} who gave a substantive answer in {round}, {share} mention both {a} and {b} ({confidence} interval {interval}), more often together than by chance: odds ratio {ratio} ({confidence} interval {low}–{high}, adjusted {p}; 1 if the two were unrelated).',
  sayNoPair: 'in {round}, no two problems are borne out to go together more often than by chance.',

  sayRose:
    'mentions of {name} rose from {before} in {from} (base {baseBefore}) to {after} in {to} (base {baseAfter}), by {points} percentage points ({confidence} interval {low} to {high}, adjusted {p}).',
  sayFell:
    'mentions of {name} fell from {before} in {from} (base {baseBefore}) to {after} in {to} (base {baseAfter}), by {points} percentage points ({confidence} interval {low} to {high}, adjusted {p}).',
  sayUnchanged:
    'no evidence that mentions of {name} changed from {from} to {to} ({before} and {after}, bases {baseBefore} and {baseAfter}; {confidence} interval of the difference {low} to {high} percentage points).',
  sayUnchangedMany:
    'no evidence that mentions of {n|this problem|these {n} problems} changed from {from} to {to}: {list}.',
  sayTrendUp:
    'over the {n} {n|round|rounds} from {from} to {to}, mentions of {name} show an upward trend (first {before}, base {baseBefore}; last {after}, base {baseAfter}; trend test, adjusted {p}).',
  sayTrendDown:
    'over the {n} {n|round|rounds} from {from} to {to}, mentions of {name} show a downward trend (first {before}, base {baseBefore}; last {after}, base {baseAfter}; trend test, adjusted {p}).',
  sayTrendNone:
    'over the {n} {n|round|rounds} from {from} to {to}, no evidence of a trend in mentions of {list}.',

  sayTooFew: 'too few answers in {round} to say (base {base}, effective n {effective}).',
  sayTooFewToCompare:
    'too few answers in {round} (base {base}, effective n {effective}) to say whether mentions of {codes|{list}|these problems} changed{codes||: {list}}.',
  sayTooFewValues:
    'by {group}, too few answers in {round} to speak of {n|{list}|these} alone{n||: {list}}.',
  sayValueBase: '{value} (base {base})',
  sayHidden:
    'figures of {from} or {to} are withheld for privacy, so nothing is said about changes in {list}.',
  sayOtherTaxonomy: '{from} and {to} were coded with different taxonomies and are not compared.',
  sayOtherRange: 'the range of the scale changed from {from} to {to}; not compared.',

  sayDiffers: 'in {round}, mentions of {name} differ by {group} (adjusted {p}){parts}.',
  sayParts: ': {list}',
  sayAbove:
    '{value} {share} (base {base}) against {rest} of all others together (base {restBase}), {points} percentage points higher ({confidence} interval {low} to {high})',
  sayBelow:
    '{value} {share} (base {base}) against {rest} of all others together (base {restBase}), {points} percentage points lower ({confidence} interval {low} to {high})',
  sayNoPart: '; taken one by one, none is shown to differ from all others together',
  sayPartsHidden: '; some figures are withheld, so no single one is compared',
  sayPartsTooFew: '; too few answers to compare any single one',
  sayAlike:
    'in {round}, no evidence that mentions of {n|{list}|these {n} problems} differ by {group}{n||: {list}}.',

  sayMeanUp:
    'the mean (range {range}) rose from {before} in {from} ({confidence} interval {beforeInterval}, base {baseBefore}) to {after} in {to} ({confidence} interval {afterInterval}, base {baseAfter}), by {points} ({confidence} interval {low} to {high}, adjusted {p}).',
  sayMeanDown:
    'the mean (range {range}) fell from {before} in {from} ({confidence} interval {beforeInterval}, base {baseBefore}) to {after} in {to} ({confidence} interval {afterInterval}, base {baseAfter}), by {points} ({confidence} interval {low} to {high}, adjusted {p}).',
  sayMeanSame:
    'no evidence of a change of the mean (range {range}) from {from} to {to} ({before} and {after}, bases {baseBefore} and {baseAfter}; {confidence} interval of the difference {low} to {high}).',

  headCode: '{name} ({share})',
  headFirst: 'Most mentioned: {list}.',
  headTied: 'Most mentioned: {list}; the figures do not settle their order.',
  headTiedMany:
    'Most mentioned: {n} problems whose order the figures do not settle, {first} among them.',
  headTiedAll:
    'Most mentioned: the figures settle no order among the {n} {n|problem|problems}; {first} has the largest share.',
  headRose: 'Mentions of {name} rose from {before} to {after}, by {points} points.',
  headFell: 'Mentions of {name} fell from {before} to {after}, by {points} points.',
  headUnchanged: 'No evidence that mentions of {name} changed ({before} and {after}).',
  headUnchangedMany: '{panel}: no evidence that mentions of {n} {n|problem|problems} changed.',
  headTrendUp:
    'Over {n} {n|round|rounds}, mentions of {name} show an upward trend, {before} to {after}.',
  headTrendDown:
    'Over {n} {n|round|rounds}, mentions of {name} show a downward trend, {before} to {after}.',
  headMeanUp: 'The mean of {name} rose from {before} to {after} (range {range}), by {points}.',
  headMeanDown: 'The mean of {name} fell from {before} to {after} (range {range}), by {points}.',
  headDiffers: 'Mentions of {name} differ by {group}.',
  headAbove: 'In {value}, {share} mention {name}, more than the {rest} of all others together.',
  headBelow: 'In {value}, {share} mention {name}, fewer than the {rest} of all others together.',
  headAny: 'Of those who gave a substantive answer, {share} mention at least one problem.',
  headUncoded: '{share} of the answers fit no code; read the shares with this in mind.',
  headAt: '{panel}, {round}',
  headOver: '{panel}, {from} to {to}',
  headRounds: '{from} to {to}',
  headBase: 'base {base}',
  headBases: 'bases {from} and {to}',
  headInterval: '{confidence} interval {interval}',
  headPoints: '{low} to {high} percentage points',
  headGap: 'a gap of {points} percentage points',
  headAdjusted: 'adjusted {p}',

  methodSaid: 'Sentences',
  methodSaidText:
    'A program writes the sentences by fixed rules. A rise, a fall or a difference is told where the adjusted p-value is below {alpha}. Over three or more rounds, taken as evenly spaced, trends are tested by Cochran–Armitage, with one question, level and grouping as a family. One value of a group is compared with all its other values together, never with the total. Differences between means of scales have Welch’s test and interval; a rank test, which uses the order of the points only, is in tables/scale_trends.csv. An effective n below {effective}, or an interval wider than {points} points, counts as too few answers, and nothing is concluded. A ranking has an order only where McNemar’s exact test bears it out, adjusted over the comparisons with the first (where clusters were drawn: where intervals do not overlap).',
};
