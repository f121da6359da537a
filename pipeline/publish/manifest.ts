/** manifest.json: hashes, versions, settings and rows, enough to make the report again. */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { Effects } from '../effects.ts';
import type { Manifest } from '../report/manifest.ts';
import { unaskedQuestions } from '../survey/question-in.ts';
import type { Survey } from '../survey/survey.ts';
import type { Codebook } from '../tally/codebook.ts';
import type { CountedFile } from '../tally/count-rounds.ts';

/** Where a set of results comes from. Holds no time and no path of this machine. */
export async function makeManifest(
  survey: Survey,
  codebook: Codebook,
  files: readonly CountedFile[],
  { rows, hygiene }: Pick<Manifest, 'rows' | 'hygiene'>,
  version: string,
  fx: Effects,
): Promise<Manifest> {
  const sha256 = createHash('sha256')
    .update(await fx.read(survey.file))
    .digest('hex');
  return {
    schema: 1,
    program: { name: 'canvass', version },
    survey: { file: basename(survey.file), sha256 },
    inputs: files.map(({ round, file }) => {
      const { name, encoding, format } = file;
      const { twin } = file;
      return {
        round,
        file: name,
        sha256: file.sha256,
        encoding,
        format,
        ...(twin === null ? {} : { twin: { file: twin.name, sha256: twin.sha256 } }),
      };
    }),
    hand_codes: handCodesOf(codebook),
    taxonomies: [...codebook.taxonomies.values()].map((one) => ({
      id: one.id,
      sha256: one.sha256,
    })),
    settings: {
      minimum: survey.privacy.minimum,
      quotes: survey.privacy.quotes,
      confidence: survey.statistics.confidence,
      interval: survey.statistics.interval,
      correction: survey.statistics.correction,
      weighted: survey.columns.weight !== null,
      maximum_set_aside: survey.maximumSetAside,
      languages: survey.languages.join(' '),
    },
    not_asked: unaskedQuestions(survey),
    hygiene,
    rows,
  };
}

function handCodesOf({ handCodes }: Codebook): Manifest['hand_codes'] {
  if (handCodes === null) return null;
  const { file, sha256, used } = handCodes;
  return { file, sha256, answers: used };
}
