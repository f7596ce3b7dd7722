import { writeFileSync } from 'node:fs';
import { makeStartingModel } from './make-starting-model.ts';
import { factsFile, modelFile } from './starting-model.ts';

const { model, facts } = makeStartingModel();
writeFileSync(modelFile, model);
writeFileSync(factsFile, `${JSON.stringify(facts, undefined, 2)}\n`);
process.stdout.write(
  `${facts.version}: ${facts.evaluation.examples} sentences, ${(facts.evaluation.accuracy * 100).toFixed(1)} % over folds\n`,
);
