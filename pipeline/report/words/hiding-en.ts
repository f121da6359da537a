/** What is hidden. */
import type { HidingWords } from './hiding-words.ts';

export const hidingEn: HidingWords = {
  methodHiding: 'What is hidden and why',
  methodHidingText:
    'So that nobody can be recognised in this report, figures of too few people (fewer than {minimum}) are not published, nor are further ones from which totals or differences would give those away. “hidden” only means not published, and does not say that people were few; it is neither “—” (nobody answered) nor 0%.',
  hidingMore: 'Which figures, how many, and what is not promised',
  hidingSmall:
    'Hidden for what they are: a base below {minimum}; fewer than {minimum} {minimum|person|people} who mention a problem, 0 excepted; fewer than {minimum} who do not, everybody mentioning it included; a scale on which all chose the same point. For two problems mentioned together this goes too for those who mention only one of the two.',
  hidingFurther:
    'Hidden to protect those: totals, units within units, problems and their parts, other bases and means could give a hidden count away or narrow it down. So further figures are hidden until, from all sums and bounds published, the least and the most that each hidden count can be lie at least {minimum} apart, or it can be anything from 0 to its base (found by linear programming, fractions allowed).',
  hidingEarlier:
    'Nor do earlier results beside these tell of anybody: where fewer than {minimum} {minimum|answer|answers} were added to a round, or too few of those added mention something, such figures are hidden, and what was hidden stays so; likewise where a round looks like the people of an earlier round and a few more or fewer.',
  hidingLooks:
    'Both kinds look the same and carry no figure at all: what is hidden may be few people, many, or none. How many there are of each kind is not published either, as that could tell which counts are small.',
  hidingZeros:
    'On a base that is large enough a 0 is shown, as it only says that nobody mentioned something, unless it would give another count away. Where a whole is 0 so are its parts, and no secret is made of it.',
  hidingUse: 'Order, axes, tests and sentences use published figures only.',
  hidingWeights:
    'Heads decide what is hidden. Weights matter in one case: where nearly all of a group’s weight lies with a few people, so that its effective size is below {minimum}, shares would be the answers of those few, and are treated as such.',
  hidingCoarse:
    'Where weights go by a group and counts of that group are hidden, the shares and means concerned are not made of the hidden counts, which weights would give away, but as if these were spread as the bases are. They are given roughly, with intervals that are wider by as much as they may be wrong; where that may be more than 20 percentage points, not at all. Shares of a group that crosses the one that weights go by (men and women, where weights go by kind of unit) are made of the true counts: whoever knows the weights can reckon about how many of each kind are among them.',
  hidingPersonal:
    'A program looks for phone numbers, identity cards and other personal data in the answers. {treatment} It may miss some.',
  hidingAudit:
    'Before publication every file outside private/ is searched: tables and the data of charts hold no figure that should be hidden, and no file holds words of an answer that only few gave, ids of respondents, personal data, paths of the machine or network addresses. If there is one such find, nothing is published.',
  hidingLimits:
    'Not promised: someone who knows a person well, and knows from elsewhere how others of the same group answered, may still infer that person’s answer; so may several people who tell each other theirs. And a very high or low share (0 too) of a group says how most of its members answered. And that a unit is listed says that at least one person there took part.',
  hidingCounts:
    'Of {lines} {lines|line|lines} in the tables {hidden} {hidden|is|are} hidden ({share}).',
  hidingTable: 'Hidden lines by table in tables/',
  colTable: 'Table',
  colLines: 'Lines',
  colHiddenLines: 'Hidden',
  colHiddenShare: 'Share',
};
