/** Makes the respondents of one round: who they are, what they think, what they answer. */
import { answerWithCodes, answerWithoutCodes } from './answer.mjs';
import {
  CHOICES,
  CODE_MIX,
  CODE_MIX_OF_TYPE,
  DENYING,
  NOTHING,
  OPEN_STATUS,
  PREVALENCE,
  PREVALENCE_OF_TYPE,
  ROLES,
  ROUNDS,
  SCALES,
  UNIT_TYPES,
} from './plan.mjs';
import { seededRandom } from './random.mjs';

/** @typedef {import('./random.mjs').Random} Random */
/**
 * One respondent, before any defect is planted.
 * @typedef {object} Person
 * @property {number} id
 * @property {number} submitted milliseconds since 1970, as if local time were UTC
 * @property {number} seconds time taken
 * @property {string} source
 * @property {string} type unit type
 * @property {string} unit current name of the unit
 * @property {string} role '' = not answered
 * @property {number | null} tenure years of party membership
 * @property {(number | null)[]} scales one value a scale, null = not answered
 * @property {(string[] | 'skipped' | 'missing')[]} choices one answer a multiple-choice question
 * @property {import('./answer.mjs').OpenAnswer} open
 * @property {string} weight as written
 * @property {Partial<Record<string, string>>} bad defective cells: key of the cell -> what it holds
 */

/** Of those tried, the one by which chance adds least to the story of `plan.mjs`. */
const SEED = 20260130;

/**
 * The respondents of one round, in order of submission.
 * @param {number} round 0, 1 or 2
 * @param {number} count
 * @returns {Person[]}
 */
export function makeRespondents(round, count) {
  const random = seededRandom(SEED + round);
  const places = random.shuffled(placesOf(random, count));
  return places.map(([type, unit], index) => person(random, round, index, count, type, unit));
}

/** One [type, unit] a respondent: usual sizes with some noise, scaled to `count`. */
function placesOf(/** @type {Random} */ random, /** @type {number} */ count) {
  const units = Object.entries(UNIT_TYPES).flatMap(([type, { units }]) =>
    Object.entries(units).map(([unit, usual]) => {
      // The smallest units keep their size, so that some are too small to publish.
      const size = usual < 20 ? usual + (usual > 9 ? random.whole(-1, 1) : 0) : null;
      return { type, unit, usual: usual * (1 + 0.06 * random.bell()), size };
    }),
  );
  const fixed = units.reduce((sum, { size }) => sum + (size ?? 0), 0);
  const free = units.filter(({ size }) => size === null);
  const total = free.reduce((sum, { usual }) => sum + usual, 0);
  for (const unit of free) unit.size = Math.floor((unit.usual * (count - fixed)) / total);
  const sized = units.reduce((sum, { size }) => sum + (size ?? 0), 0);
  for (let i = 0; i < count - sized; i++)
    free[i % free.length].size = (free[i % free.length].size ?? 0) + 1;
  return units.flatMap(({ type, unit, size }) =>
    Array.from({ length: size ?? 0 }, () => [type, unit]),
  );
}

/** @type {(random: Random, round: number, index: number, count: number, type: string, unit: string) => Person} */
function person(random, round, index, count, type, unit) {
  const open = openAnswer(random, round, type);
  const stated = new Set(open.codes.map((code) => code.slice(0, 2)));
  const role = random.chance(0.01) ? '' : random.weighted(ROLES);
  const straight = random.chance(0.02) ? random.whole(3, 5) : null;
  return {
    id: index + 1,
    submitted: submittedAt(random, round, index, count),
    seconds: random.chance(0.015)
      ? random.whole(9, 28)
      : Math.round(70 + 260 * random.next() * random.next() + 40 * random.next()),
    source: random.weighted([
      ['微信', 80],
      ['手机提交', 9],
      ['链接', 11],
    ]),
    type,
    unit,
    role,
    tenure:
      role === '入党积极分子' || random.chance(0.02)
        ? null
        : random.whole(1, 20) + random.whole(0, 20),
    scales: SCALES.map((scale) => straight ?? scaleValue(random, scale, round, type, stated)),
    choices: CHOICES.map((choice) => chosen(random, choice, round, type, stated)),
    open,
    weight: weightOf(random, type),
    bad: {},
  };
}

/** Answers come in order, on working days and evenings. @type {(random: Random, round: number, index: number, count: number) => number} */
function submittedAt(random, round, index, count) {
  const { firstDay, days } = ROUNDS[round];
  const position = (index * days) / count;
  const day = Math.floor(position);
  const second = 8.5 * 3600 + (position - day) * 12 * 3600 + random.whole(0, 59);
  return firstDay + (day * 86400 + Math.floor(second)) * 1000;
}

/** Weights with two to four decimals, on another level in each unit type. @type {(random: Random, type: string) => string} */
function weightOf(random, type) {
  const weight = Math.max(0.2, UNIT_TYPES[type].weight * (1 + 0.32 * random.bell()));
  return weight.toFixed(random.whole(2, 4));
}

/** @type {(random: Random, scale: import('./plan.mjs').Scale, round: number, type: string, stated: Set<string>) => number | null} */
function scaleValue(random, scale, round, type, stated) {
  if (random.chance(0.012)) return null;
  const lowered = scale.problems.some((problem) => stated.has(problem)) ? -0.7 : 0;
  const level = scale.level[round] + (scale.ofType?.[type] ?? 0) + lowered + 0.15;
  return Math.min(5, Math.max(1, Math.round(level + 0.95 * random.bell())));
}

/** @type {(random: Random, choice: import('./plan.mjs').Choice, round: number, type: string, stated: Set<string>) => string[] | 'skipped' | 'missing'} */
function chosen(random, choice, round, type, stated) {
  if (UNIT_TYPES[type].taxonomy !== choice.taxonomy) return 'skipped';
  if (random.chance(0.012)) return 'missing';
  const options = choice.options
    .filter(({ share, ofType, code }) => {
      const prompted = code && stated.has(code.slice(0, 2)) ? 0.25 : -0.04;
      return random.chance(share[round] + (ofType?.[type] ?? 0) + prompted);
    })
    .map(({ text, old }) => (old && round <= old.until ? old.text : text));
  // A few choose "nothing" beside something: the tool did not stop them.
  if (options.length === 0 || random.chance(0.006)) options.push(NOTHING);
  return options;
}

/** @type {(random: Random, round: number, type: string) => import('./answer.mjs').OpenAnswer} */
function openAnswer(random, round, type) {
  let draw = random.next();
  for (const [kind, share] of Object.entries(OPEN_STATUS)) {
    draw -= share;
    if (draw < 0) return answerWithoutCodes(random, /** @type {any} */ (kind));
  }
  const chances = problemChances(round, type);
  /** @type {string[]} */
  let problems = [];
  while (problems.length === 0) {
    problems = chances.filter(([, chance]) => random.chance(chance)).map(([problem]) => problem);
  }
  const codes = random
    .shuffled(problems)
    .slice(0, 3)
    .flatMap((problem) => codesOf(random, problem, type));
  return answerWithCodes(random, codes, DENYING);
}

/** One code of a problem, at times two of its sub-problems. @type {(random: Random, problem: string, type: string) => string[]} */
function codesOf(random, problem, type) {
  const mix = Object.entries(CODE_MIX_OF_TYPE[type]?.[problem] ?? CODE_MIX[problem]);
  const first = random.weighted(mix);
  const second = random.weighted(mix);
  const both = first !== second && first !== problem && second !== problem && random.chance(0.1);
  return both ? [first, second] : [first];
}

/**
 * How likely each problem is in an answer that states any, so that its share of all substantive
 * answers comes out as planned. (A draw without any problem is drawn again, hence the division.)
 * @type {(round: number, type: string) => [string, number][]}
 */
function problemChances(round, type) {
  const family = UNIT_TYPES[type].taxonomy === 'organ' ? 'A' : 'B';
  const { skipped, empty, none, praise, other } = OPEN_STATUS;
  const coded = (1 - skipped - empty - none - praise - other) / (1 - skipped - empty);
  const wanted = Object.entries({ ...PREVALENCE, ...PREVALENCE_OF_TYPE[type] })
    .filter(([problem]) => problem.startsWith(family))
    .map(([problem, share]) => /** @type {[string, number]} */ ([problem, share[round] / coded]));
  let any = 1;
  for (let step = 0; step < 40; step++) {
    any = 1 - wanted.reduce((none, [, share]) => none * (1 - share * any), 1);
  }
  return wanted.map(([problem, share]) => [problem, share * any]);
}
