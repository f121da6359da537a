/** What a part of a round is made of, read from a file that comes from elsewhere. */
import { z } from 'zod';
import { FATES, type Fate } from '../../read/fates.ts';
import type { NoteKind } from '../../read/notes.ts';
import type { SetAsideReason } from '../../read/respondent.ts';
import { HYGIENE_RULES } from '../../survey/survey.ts';
import { isReason } from '../balance.ts';

const count = z.int().min(0);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** What the program names so, such as an encoding. */
const word = z.string().regex(/^[\w.:-]{1,40}$/);
const text = z.string().max(10_000);

/** As a survey names a file, relative to its folder: no path of any machine. */
const fileName = z
  .string()
  .regex(/^(?!\/)(?!.*(?:\/\/|\\\\|\s\/))[^\x00-\x1f\x7f]{1,500}$/)
  .regex(/^(?![a-z]:[\\/])/i);

const fate = z.custom<Fate>((value) => (FATES as readonly unknown[]).includes(value));
const reason = z.custom<SetAsideReason>(
  (value) => (FATES as readonly unknown[]).includes(value) && isReason(value as Fate),
);

/** A map as `encode` writes it. */
function mapOf<Key, Value>(key: z.ZodType<Key>, value: z.ZodType<Value>) {
  return z
    .strictObject({ $map: z.array(z.tuple([key, value])) })
    .transform(({ $map }) => new Map($map as readonly (readonly [Key, Value])[]));
}

const line = z.strictObject({ in: count, out: mapOf(fate, count) });

// Keys stand in the order in which reading a file gives them, so that what is written of a tally is
// what is written of its files.
const column = z.strictObject({
  key: text,
  question: text.nullable(),
  column: text,
  position: count,
  cells: line,
  selections: line.nullable(),
  fillIns: count,
  characters: line.nullable(),
});

const NOTE_KINDS: readonly NoteKind[] = [
  ...(['encoding-doubtful', 'encoding-given', 'stray-quote', 'zero-byte'] as const),
  ...(['control-character', 'duplicate-header', 'blank-header', 'replacement-character'] as const),
  ...(['other-sheets', 'sheet-alike', 'edge-tab', 'masked-formula'] as const),
  ...(['options-undeclared', 'twin-differs', 'twin-apart', 'column-not-asked'] as const),
  ...(['workbook-odd', 'formula-without-value', 'merged-cells', 'merged-filled'] as const),
];

const note = z
  .strictObject({
    kind: z.enum(NOTE_KINDS),
    row: count,
    column: text,
    count,
    values: z.record(z.string().regex(/^[a-z]\w*$/i), z.union([text, count])).optional(),
  })
  .transform(({ values, ...rest }) => ({ ...rest, ...(values && { values }) }));

const file = z.strictObject({
  name: fileName,
  sha256,
  encoding: word,
  encodingReason: z.enum([
    ...(['given', 'byte-order-mark', 'zero-bytes', 'ascii', 'valid-utf8'] as const),
    ...(['damaged-utf8', 'plausible-text', 'workbook'] as const),
  ]),
  runnerUp: word.nullable(),
  sheet: text.nullable(),
  delimiter: z.string().max(4).nullable(),
  headerRows: count,
  format: word,
  twin: z
    .strictObject({
      name: fileName,
      sha256,
      compared: z.strictObject({ rows: count, cells: count }),
    })
    .nullable(),
  notes: z.array(note),
  counts: z.strictObject({
    lines: count,
    blank: count,
    repaired: count,
    columns: z.array(column),
    unread: z.array(z.strictObject({ column: text, position: count, cells: count })),
  }),
  account: z.strictObject({
    rows: count,
    used: count,
    excluded: count,
    setAside: mapOf(reason, count),
    cells: mapOf(reason, count),
    weightless: z.boolean(),
  }),
});

/** The first of the two lines under the seal. */
export const partHead = z.strictObject({
  round: z.string(),
  by: z.strictObject({
    program: sha256,
    settings: sha256,
    taxonomies: sha256,
    hand_codes: sha256,
  }),
  files: z.array(file).min(1),
  hygiene: z
    .array(z.strictObject({ rule: z.enum(HYGIENE_RULES), n: count.nullable(), base: count }))
    .length(HYGIENE_RULES.length)
    .refine((list) => list.every(({ rule }, i) => rule === HYGIENE_RULES[i])),
});

/** As much of it as tells where a tally belongs. */
export const roundHead = z.object({ round: z.string() });

export type PartHead = z.output<typeof partHead>;
