/**
 * What a correct program must find in the sample: counts made from the respondents as they were
 * generated, never from the files, so that they check the reading too.
 */
import { CHOICES, NOTHING, PREVALENCE, ROLES, SCALES, UNIT_TYPES } from './plan.mjs';

/** @typedef {import('./respondents.mjs').Person} Person */
/** A head-count with its sum of weights (decimal, exact). @typedef {{n: number, weight: string}} Count */

/** Weights have at most four decimals, so they are whole numbers of these. */
const SCALE = 10000n;

/** @type {(people: readonly Person[]) => Count} */
function count(people) {
  const sum = people.reduce((total, { weight }) => total + units(weight), 0n);
  return { n: people.length, weight: decimal(sum, SCALE) };
}

/** @param {string} weight */
function units(weight) {
  const [whole, fraction = ''] = weight.split('.');
  return BigInt(whole + fraction.padEnd(4, '0'));
}

/** @type {(value: bigint, scale: bigint) => string} */
function decimal(value, scale) {
  const fraction = String(value % scale)
    .padStart(String(scale).length - 1, '0')
    .replace(/0+$/, '');
  return `${value / scale}${fraction && `.${fraction}`}`;
}

/** Counts by key, in the given order; keys nobody has count 0. @type {(people: readonly Person[], keys: readonly string[], has: (person: Person, key: string) => boolean) => Record<string, Count>} */
function countBy(people, keys, has) {
  return Object.fromEntries(
    keys.map((key) => [key, count(people.filter((person) => has(person, key)))]),
  );
}

/**
 * The truth of one round.
 * @param {readonly (Person | null)[]} lines records with their defects, `null` for a blank line
 * @param {{file: string, encoding: string, format: string}} file
 */
export function truthOfRound(lines, file) {
  const records = lines.filter((line) => line !== null);
  const used = records.filter(({ bad }) => bad.weight === undefined);
  const squares = used.reduce((sum, { weight }) => sum + units(weight) ** 2n, 0n);
  const ids = used.map(({ id }) => id);
  return {
    ...file,
    rows: records.length,
    blank_rows: lines.length - records.length,
    used: used.length,
    set_aside: { 'bad-weight': records.length - used.length },
    cells_set_aside: {
      'out-of-range': used.filter(({ bad }) => bad.scale2 || bad.scale4).length,
      'not-a-number': used.filter(({ bad }) => bad.tenure).length,
    },
    places_set_aside: lines.flatMap((line, index) => placesOf(line, index + 2)),
    repeated_ids: ids.filter((id, index) => ids.indexOf(id) !== index).map(String),
    weights: { sum: count(used).weight, sum_of_squares: decimal(squares, SCALE * SCALE) },
    groups: {
      unit_type: countBy(used, Object.keys(UNIT_TYPES), (person, type) => person.type === type),
      unit: countBy(used, unitNames(), (person, unit) => `${person.type}/${person.unit}` === unit),
    },
    closed: closedTruth(used),
    open: openTruth(used),
  };
}

const unitNames = () =>
  Object.entries(UNIT_TYPES).flatMap(([type, { units }]) =>
    Object.keys(units).map((unit) => `${type}/${unit}`),
  );

/** Rows and cells not used; a blank line is no record. `row` is what a spreadsheet shows. @type {(line: Person | null, row: number) => {row: number, reason: string}[]} */
function placesOf(line, row) {
  if (line === null) return [];
  if (line.bad.weight) return [{ row, reason: 'bad-weight' }];
  if (line.bad.tenure) return [{ row, reason: 'not-a-number' }];
  return Object.keys(line.bad).map(() => ({ row, reason: 'out-of-range' }));
}

/** @param {readonly Person[]} used */
function closedTruth(used) {
  const scales = SCALES.map(({ id }, index) => {
    const value = (/** @type {Person} */ person) =>
      person.bad[`scale${index + 1}`] === undefined ? person.scales[index] : null;
    const points = countBy(
      used,
      ['1', '2', '3', '4', '5'],
      (person, point) => value(person) === Number(point),
    );
    return [
      id,
      { type: 'scale', points, missing: count(used.filter((person) => value(person) === null)).n },
    ];
  });
  const choices = CHOICES.map(({ id, options }, index) => {
    const answered = used.filter((person) => Array.isArray(person.choices[index]));
    const chose = (/** @type {Person} */ person, /** @type {string} */ option) => {
      const old = options.find(({ text }) => text === option)?.old?.text;
      const answer = /** @type {string[]} */ (person.choices[index]);
      return answer.includes(option) || (old !== undefined && answer.includes(old));
    };
    const texts = [...options.map(({ text }) => text), NOTHING];
    const unanswered = (/** @type {string} */ why) =>
      used.filter((person) => person.choices[index] === why).length;
    const base = count(answered);
    return [
      id,
      {
        type: 'multiple',
        base,
        options: countBy(answered, texts, chose),
        missing: unanswered('missing'),
        skipped: unanswered('skipped'),
      },
    ];
  });
  const roles = ROLES.map(([role]) => role);
  const tenured = used.filter(({ tenure, bad }) => tenure !== null && !bad.tenure);
  return {
    role: {
      type: 'single',
      options: countBy(used, roles, (person, role) => person.role === role),
      missing: used.filter(({ role }) => role === '').length,
    },
    tenure: {
      type: 'number',
      base: count(tenured),
      sum: tenured.reduce((sum, { tenure }) => sum + (tenure ?? 0), 0),
      missing: used.length - tenured.length,
    },
    ...Object.fromEntries(scales),
    ...Object.fromEntries(choices),
  };
}

/** @param {readonly Person[]} used */
function openTruth(used) {
  const statuses = ['coded', 'uncoded', 'no-problem', 'empty', 'skipped'];
  const taxonomies = ['organ', 'grassroots'].map((taxonomy) => {
    const asked = used.filter(({ type }) => UNIT_TYPES[type].taxonomy === taxonomy);
    const types = Object.keys(UNIT_TYPES).filter((type) => UNIT_TYPES[type].taxonomy === taxonomy);
    const byType = types.map((type) => [
      type,
      prevalence(
        asked.filter((person) => person.type === type),
        taxonomy,
      ),
    ]);
    return [taxonomy, { all: prevalence(asked, taxonomy), unit_type: Object.fromEntries(byType) }];
  });
  return {
    statuses: countBy(used, statuses, ({ open }, status) => open.status === status),
    taxonomies: Object.fromEntries(taxonomies),
  };
}

/** True codes among respondents with a substantive answer. @type {(people: readonly Person[], taxonomy: string) => object} */
function prevalence(people, taxonomy) {
  const base = people.filter(({ open }) =>
    ['coded', 'uncoded', 'no-problem'].includes(open.status),
  );
  const codes = Object.keys(PREVALENCE).filter((code) =>
    code.startsWith(taxonomy === 'organ' ? 'A' : 'B'),
  );
  const leaves = [...new Set(base.flatMap(({ open }) => open.codes))]
    .filter((code) => code.includes('.'))
    .sort();
  return {
    base: count(base),
    any: count(base.filter(({ open }) => open.status === 'coded')),
    problems: countBy(base, codes, ({ open }, code) =>
      open.codes.some((stated) => stated.slice(0, 2) === code),
    ),
    subproblems: Object.fromEntries(
      leaves.map((leaf) => [leaf, base.filter(({ open }) => open.codes.includes(leaf)).length]),
    ),
  };
}
