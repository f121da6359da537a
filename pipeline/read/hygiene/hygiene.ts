/**
 * Flags respondents whose answers may not be what they seem, and drops those the survey drops.
 *
 * A flag is a reason to look, never a verdict: honest people also like everything equally. What a
 * respondent's own answers tell is judged first; whoever is dropped for it is nobody's original,
 * so that `duplicate` and `identical-row` keep the first of those that stay. A row that is dropped
 * for one of these is therefore not compared with others: with `drop` fewer are counted as
 * `identical` than with `flag`, where every row is.
 */
import type { HygieneRule, Question, Survey } from '../../survey/survey.ts';
import type { ColumnRole } from '../exports/column-role.ts';
import type { RawRecord } from '../record.ts';
import type { Respondent, SetAsideReason } from '../respondent.ts';
import { type Choice, choicesOf, contradictionIn } from './contradictions.ts';
import { SeenIds } from './duplicates.ts';
import { parseDuration } from './duration.ts';
import { FirstRows } from './first-rows.ts';
import { answerColumns, firstAlike, saysAnything } from './identical.ts';
import { DROPPED_AS } from './rules.ts';
import { isTooFast } from './speed.ts';
import { isStraightLined, type ScaleBlock, scaleBlocks, straightLine } from './straight-lining.ts';

/** What is remembered of a round over its files. */
export interface RoundMemory {
  readonly ids: SeenIds;
}

export function emptyMemory(): RoundMemory {
  return { ids: new SeenIds() };
}

/** What the rules need to know of a file, found once. */
export interface HygienePlan {
  readonly policy: Survey['hygiene'];
  readonly hasIds: boolean;
  /** Positions of columns that may hold the time taken, as their headers say. */
  readonly durations: readonly number[];
  readonly columns: readonly number[];
  readonly blocks: readonly ScaleBlock[];
  readonly choices: readonly Choice[];
}

/**
 * @param questions as the round asked them, null where not
 * @param used positions of groups and questions
 * @param design positions of the respondent's id and the sampling design
 */
export function hygienePlan(
  survey: Survey,
  questions: readonly (Question | null)[],
  roles: readonly ColumnRole[],
  used: ReadonlySet<number>,
  design: ReadonlySet<number>,
): HygienePlan {
  return {
    policy: survey.hygiene,
    hasIds: survey.columns.respondent !== null,
    durations: roles.flatMap(({ kind }, i) => (kind === 'duration' ? [i] : [])),
    columns: answerColumns(roles, used, design),
    blocks: scaleBlocks(questions),
    choices: choicesOf(questions),
  };
}

/** What the rules say of one respondent. */
export interface Verdict {
  readonly rules: readonly HygieneRule[];
  /** Why the row is set aside, if it is. */
  readonly dropped: { readonly reason: SetAsideReason; readonly found: string } | null;
}

const SOUND: Verdict = { rules: [], dropped: null };

/** Judges the respondents of one file, in file order. */
export interface Hygiene {
  /** Rules that could be applied to this file; complete once everybody has been judged. */
  applied(): readonly HygieneRule[];
  judge(record: RawRecord, respondent: Respondent): Verdict;
}

/** What is too fast in one file. */
export interface Speed {
  /** Position of the column with the time taken. */
  readonly position: number;
  /** Seconds below which an answer was too fast. */
  readonly limit: number;
}

/** @param speed null where the file does not tell the time taken */
export function fileHygiene(plan: HygienePlan, memory: RoundMemory, speed: Speed | null): Hygiene {
  const seen = new FirstRows();
  const isRepeated = (id: string) => plan.hasIds && memory.ids.isRepeated(id);
  const firstOf = ({ row, cells }: RawRecord, { answers }: Respondent) =>
    saysAnything(answers) ? firstAlike(cells, plan.columns, row, seen) : 0;
  const judge = (record: RawRecord, respondent: Respondent): Verdict => {
    const own = ownFindings(plan, speed, record.cells, respondent);
    // Nearly everybody is sound, so for them no list is made.
    if (own.length > 0 && droppedBy(own, plan) !== null) return verdict(own, plan);
    const repeated = isRepeated(respondent.id)
      ? [...own, { rule: 'duplicates' as const, found: respondent.id }]
      : own;
    if (repeated.length > 0 && droppedBy(repeated, plan) !== null) return verdict(repeated, plan);
    const first = firstOf(record, respondent);
    if (first === 0) return repeated.length === 0 ? SOUND : verdict(repeated, plan);
    const judged = verdict([...repeated, { rule: 'identical', found: `= ${first}` }], plan);
    // Who is dropped is nobody's original, whatever id it came with.
    if (judged.dropped !== null && repeated === own && plan.hasIds) {
      memory.ids.forgetLast(respondent.id);
    }
    return judged;
  };
  return { applied: () => appliedRules(plan, speed), judge };
}

function appliedRules(plan: HygienePlan, speed: Speed | null): readonly HygieneRule[] {
  const could: Readonly<Record<HygieneRule, boolean>> = {
    duplicates: plan.hasIds,
    identical: plan.columns.length > 0,
    straight_lining: plan.blocks.length > 0,
    speed: speed !== null,
    contradictions: plan.choices.some(({ isPossible }) => isPossible()),
  };
  return (Object.keys(could) as HygieneRule[]).filter((rule) => could[rule]);
}

interface Finding {
  readonly rule: HygieneRule;
  /** For private/set-aside.csv only; of many who straight-lined and stay, nobody asks for it. */
  readonly found: string;
}

const NO_FINDINGS: readonly Finding[] = [];

/** What a respondent's own record tells, without looking at others. */
function ownFindings(
  plan: HygienePlan,
  speed: Speed | null,
  cells: readonly string[],
  { answers }: Respondent,
): readonly Finding[] {
  const seconds = speed === null ? null : parseDuration(cells[speed.position] ?? '');
  const tooFast = isTooFast(seconds, speed?.limit ?? null);
  const straight = isStraightLined(answers, plan.blocks);
  const contradiction = contradictionIn(answers, plan.choices);
  if (!tooFast && !straight && contradiction === null) return NO_FINDINGS;
  const isDropped = plan.policy.straight_lining === 'drop';
  return [
    ...(straight
      ? [
          {
            rule: 'straight_lining' as const,
            found: isDropped ? straightLine(answers, plan.blocks) : '',
          },
        ]
      : []),
    ...(tooFast
      ? [{ rule: 'speed' as const, found: `${seconds} < ${speed?.limit.toFixed(1)}` }]
      : []),
    ...(contradiction === null
      ? []
      : [{ rule: 'contradictions' as const, found: contradiction.join(' + ') }]),
  ];
}

function verdict(findings: readonly Finding[], plan: HygienePlan): Verdict {
  return { rules: findings.map(({ rule }) => rule), dropped: droppedBy(findings, plan) };
}

/** The first finding by which the survey drops, as the reason of a row set aside. */
function droppedBy(findings: readonly Finding[], { policy }: HygienePlan): Verdict['dropped'] {
  const one = findings.find(({ rule }) => policy[rule] === 'drop');
  return one === undefined ? null : { reason: DROPPED_AS[one.rule], found: one.found };
}
