/** What charts and the report are made from: finished, protected tables and the names in them. */
import type { RecurringIds } from '../aggregate/recurring.ts';
import type { Tables } from '../aggregate/tables.ts';
import type { Survey } from '../survey/survey.ts';
import type { Taxonomy, Theme } from '../taxonomy/taxonomy.ts';

export interface ReportModel {
  readonly survey: Survey;
  /** Those the survey uses. */
  readonly taxonomies: readonly Taxonomy[];
  readonly themes: readonly Theme[];
  readonly tables: Tables;
  /** Of a panel, how far ids mean the same people; as protected. */
  readonly recurring: readonly RecurringIds[];
}
