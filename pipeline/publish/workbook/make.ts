/** The workbook, made and looked through: on another thread where it is large. */
import { lineCount } from '../../aggregate/line-count.ts';
import type { ReportModel } from '../../chart/model.ts';
import { createCrew } from '../../crew.ts';
import { lookThrough } from '../../protect/audit/look-through.ts';
import type { Findings, WholeArtefact } from '../../protect/audit.ts';
import { findPersonal } from '../../redact/find.ts';
import type { Manifest } from '../../report/manifest.ts';
import { publishedBy } from '../known.ts';
import { WORKBOOK, workbookOf } from './workbook.ts';

/** All that the workbook is made of; plain data, which can be sent between threads. */
export interface WorkbookJob {
  readonly model: ReportModel;
  readonly manifest: Manifest;
}

interface MadeWorkbook {
  readonly content: Uint8Array;
  /** What the audit finds in it. */
  readonly findings: Findings;
}

export interface BegunWorkbook {
  /** With what was found in it, if it was looked through meanwhile. */
  made(): Promise<Pick<WholeArtefact, 'findings'> & { readonly content: Uint8Array }>;
  close(): Promise<void>;
}

/** Of fewer lines it is made sooner than a thread has begun. */
const WORTHWHILE = 5_000;
/** More lines than this would be held twice for the sake of the few that a workbook holds. */
const MOST_SENT = 500_000;

/**
 * Begins to make it, while the report is drawn.
 *
 * @param jobs threads, the calling one included; without another it is made when it is asked for
 * @param worthwhile so many lines of tables are worth another thread
 * @returns what to ask for it, once; `close` lets go of what it needs
 */
export async function beginWorkbook(
  job: WorkbookJob,
  jobs: number,
  worthwhile = WORTHWHILE,
): Promise<BegunWorkbook> {
  const lines = lineCount(job.model.tables);
  if (jobs < 2 || lines < worthwhile || lines > MOST_SENT) {
    const made = async () => ({ content: workbookOf(job.model, job.manifest) });
    return { made, close: async () => {} };
  }
  const crew = createCrew<WorkbookJob, MadeWorkbook, null>({
    ...{ script: 'publish/workbook/worker.js', workerData: null, threads: 1 },
  });
  let made: MadeWorkbook | null = null;
  try {
    // Once it is sent, whatever the calling thread does next does not keep it waiting.
    await crew.add(job, async (workbook) => {
      made = workbook;
    });
  } catch (error) {
    await crew.stop();
    throw error;
  }
  return {
    made: async () => {
      await crew.finish();
      return made!;
    },
    close: crew.stop,
  };
}

/** No chart is named in it. */
export async function makeWorkbook({ model, manifest }: WorkbookJob): Promise<MadeWorkbook> {
  const content = workbookOf(model, manifest);
  const published = await publishedBy(model, [], manifest);
  const options = { survey: model.survey, published, findPersonal };
  return { content, findings: lookThrough({ name: WORKBOOK, content }, options) };
}
