/** The form of survey.yaml as a user writes it: untrusted, most of it optional. */
import { z } from 'zod';

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const text = z.union([
  scalar,
  z.strictObject({
    'zh-Hans': scalar.optional(),
    'zh-Hant': scalar.optional(),
    en: scalar.optional(),
  }),
]);
const id = z.union([z.string(), z.number()]).transform(String).pipe(z.string().min(1));
const columnNames = z.union([scalar, z.array(scalar).min(1)]);
const values = z.union([scalar, z.array(scalar)]);
const aliases = z.record(z.string(), scalar);
const labels = z.record(z.string(), text);
const policy = z.enum(['flag', 'drop']);

const round = z.strictObject({
  id,
  label: text.optional(),
  date: scalar.optional(),
  files: z
    .array(
      z.union([
        z.string(),
        z.strictObject({
          path: z.string(),
          encoding: z.string().optional(),
          sheet: scalar.optional(),
          header_rows: z.int().min(1).max(9).optional(),
          twin: z.string().optional(),
        }),
      ]),
    )
    .optional(),
});

const group = z.strictObject({
  id,
  label: text.optional(),
  column: columnNames.optional(),
  within: z.string().optional(),
  aliases: aliases.optional(),
});

/** How the points of a scale are numbered. */
const scaleForm = {
  range: z.tuple([z.int(), z.int()]).optional(),
  reverse: z.boolean().optional(),
};

const question = z.strictObject({
  id,
  type: z.enum(['open', 'single', 'multiple', 'scale', 'number']),
  label: text.optional(),
  column: columnNames.optional(),
  columns: z.array(columnNames).min(1).optional(),
  separator: z.string().min(1).optional(),
  unselected: values.optional(),
  options: z.union([z.array(scalar), z.record(z.string(), scalar.nullable())]).optional(),
  order: z.array(scalar).optional(),
  labels: labels.optional(),
  aliases: aliases.optional(),
  exclusive: values.optional(),
  ...scaleForm,
  rounds: z
    .record(z.string(), z.strictObject({ ...scaleForm, labels: labels.optional() }))
    .optional(),
  measures: scalar.optional(),
  taxonomy: z.union([z.string(), z.record(z.string(), z.string())]).optional(),
  missing: values.optional(),
  skipped: values.optional(),
  asked: z.union([scalar, z.array(scalar).min(1)]).optional(),
});

export const surveySchema = z.strictObject({
  title: text,
  issuer: text.optional(),
  date: scalar.optional(),
  marking: text.optional(),
  note: text.optional(),
  languages: z
    .array(z.enum(['zh-Hans', 'zh-Hant', 'en']))
    .min(1)
    .optional(),
  rounds: z.array(round).min(1),
  columns: z
    .strictObject({
      respondent: columnNames.optional(),
      weight: columnNames.optional(),
      stratum: columnNames.optional(),
      cluster: columnNames.optional(),
      fpc: columnNames.optional(),
    })
    .optional(),
  exclude: z.record(z.string(), values).optional(),
  groups: z.array(group).optional(),
  questions: z.array(question).min(1),
  privacy: z
    .strictObject({
      minimum: z.int().min(1).max(1000).optional(),
      quotes: z.enum(['none', 'redacted']).optional(),
      personal_data: z.enum(['mask', 'drop']).optional(),
    })
    .optional(),
  statistics: z
    .strictObject({
      confidence: z.number().gt(0).lt(1).optional(),
      interval: z.enum(['wilson', 'logit', 'beta']).optional(),
      correction: z.enum(['BH', 'holm', 'none']).optional(),
    })
    .optional(),
  weighting: z
    .strictObject({
      method: z.enum(['none', 'poststratify', 'rake']).optional(),
      by: z.array(z.string()).optional(),
      trim: z.number().gt(1).optional(),
    })
    .optional(),
  population: z.string().optional(),
  panel: z.boolean().optional(),
  hygiene: z
    .strictObject({
      duplicates: policy.optional(),
      straight_lining: policy.optional(),
      speed: policy.optional(),
      contradictions: policy.optional(),
      identical: policy.optional(),
    })
    .optional(),
  coding: z.strictObject({ examples: z.string().optional() }).optional(),
  maximum_set_aside: z.number().min(0).max(1).optional(),
});

export type SurveySpec = z.output<typeof surveySchema>;
export type QuestionSpec = SurveySpec['questions'][number];

/** The same form as a JSON Schema, for editors and for offering the nearest valid key. */
export function surveyJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(surveySchema, { io: 'input' }) as Record<string, unknown>;
}
