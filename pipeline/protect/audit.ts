/**
 * The last look at a set of results before it is put in place: every file is parsed as its readers
 * will, and nothing may stand in it that points at a person or at this machine.
 *
 * - figures: none where the protected tables hide their key; line by line in tables/, results.json
 *   and workbooks, by the names beside them in the report's tables and the data of charts
 * - text: no words of an answer, no id of a respondent, no personal data of the inputs
 * - addresses: no absolute path and no network address
 *
 * Texts that the program, the survey, its taxonomies and the names in the tables explain are sound;
 * the inputs are read again only for what is left, which as a rule is nothing. Not looked at: marks
 * of drawings (their figures are those of the chart's data), figures within sentences, and words
 * shorter than `GRAM` characters.
 */
import type { Effects } from '../effects.ts';
import { LeakError } from '../errors.ts';
import { sha256 } from '../sha256.ts';
import type { Artefact, PiecedArtefact, WholeArtefact } from './audit/artefact.ts';
import { confirmSuspects } from './audit/confirm.ts';
import { type AuditOptions, type Inspection, openInspection } from './audit/inspection.ts';
import { inspect } from './audit/look-through.ts';

export type { Artefact, Findings, WholeArtefact } from './audit/artefact.ts';
export type { AuditOptions, Published, PublishedSheet } from './audit/inspection.ts';
export type { Names, Part } from './audit/names.ts';
export type { FindPersonal } from './audit/suspects.ts';

/**
 * Hands on each artefact once it has been looked through.
 *
 * @throws LeakError after the last one, with everything that must not be published
 */
export async function* audited(
  artefacts: AsyncIterable<Artefact> | Iterable<Artefact>,
  options: AuditOptions,
  fx: Effects,
): AsyncGenerator<Artefact> {
  const inspection = openInspection(options);
  for await (const artefact of artefacts) {
    if ('pieces' in artefact) yield* inPieces(artefact, inspection);
    else {
      if (!takeFindings(artefact, inspection)) {
        inspect(artefact.name, inspection)(artefact.content);
      }
      yield artefact;
    }
  }
  const { figures, texts } = inspection;
  const confirmed = await confirmSuspects(texts.suspects, options.survey, fx);
  const problems = [...figures, ...texts.problems, ...confirmed];
  if (problems.length > 0) throw new LeakError(problems);
}

/** Each piece is looked through as it is taken. @throws Error if not all are taken */
function* inPieces(
  { name, pieces }: PiecedArtefact,
  inspection: Inspection,
): Generator<PiecedArtefact> {
  const take = inspect(name, inspection);
  let isDone = false;
  function* looked(): Generator<string> {
    for (const piece of pieces) {
      take(piece);
      yield piece;
    }
    isDone = true;
  }
  yield { name, pieces: looked() };
  if (!isDone) throw new Error(`${name} was not looked through to its end`);
}

/** False where there are none of these very bytes. */
function takeFindings(
  { name, content, findings }: WholeArtefact,
  { figures, texts, documents }: Inspection,
): boolean {
  if (findings === undefined || findings.sha256 !== sha256(content)) return false;
  if (typeof content !== 'string') documents.set(name, findings.sha256);
  figures.push(...findings.problems);
  texts.join(findings.suspects);
  return true;
}
