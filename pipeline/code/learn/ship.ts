/**
 * Trains the program's own models and writes them beside their taxonomies: `npm run train`.
 *
 * Prints how well they do on examples that took no part in training.
 */
import { writeFile } from 'node:fs/promises';
import { nodeEffects } from '../../node-effects.ts';
import { listTaxonomies, loadTaxonomy } from '../../taxonomy/load.ts';
import { modelKey, shippedFile } from './load-learnt.ts';
import { writeModel } from './model-file.ts';
import { calibrationError } from './settle.ts';
import { trainCodes } from './train-codes.ts';
import { trainStatus } from './train-status.ts';

const { fx } = nodeEffects();
const taxonomies = await Promise.all(listTaxonomies().map((id) => loadTaxonomy(id, '.', fx)));
for (const taxonomy of taxonomies) {
  const { model, pairs } = trainCodes(taxonomy, [])!;
  await writeFile(shippedFile.codes(taxonomy.id), writeModel(modelKey(taxonomy), model));
  const { answers, codes } = model.quality;
  console.log(`${taxonomy.id}: ${answers} examples, ${model.model.grams.length} grams`);
  const problems = taxonomy.problems.map((one) => one.id);
  for (const [name, own] of [
    ['problems', codes.filter((one) => problems.includes(one.code))],
    ['sub-problems', codes.filter((one) => !problems.includes(one.code))],
  ] as const) {
    const sum = (key: 'support' | 'predicted' | 'hits') =>
      own.reduce((total, one) => total + one[key], 0);
    const f1 = (2 * sum('hits')) / (sum('support') + sum('predicted'));
    const macro =
      own.reduce((total, one) => total + (2 * one.hits) / (one.support + one.predicted), 0) /
      own.length;
    console.log(`  ${name}: micro-F1 ${f1.toFixed(3)}, macro-F1 ${macro.toFixed(3)}`);
  }
  console.log(
    `  calibration error ${calibrationError(pairs).toFixed(3)} over ${pairs.length} codes given; cut-offs ${JSON.stringify(model.cutoffs)} ${JSON.stringify(model.curves)}`,
  );
}
const { model, quality } = trainStatus(taxonomies);
await writeFile(shippedFile.status(), writeModel('status', model));
console.log(
  `status: ${quality.found} of ${quality.none} answers without a problem found, ${quality.mistaken} of ${quality.stated} others mistaken for one; cut-offs ${model.none}, ${model.empty}`,
);
