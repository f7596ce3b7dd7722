import { writeFileSync } from 'node:fs';
import { makeStartingModel } from './make-starting-model.ts';
import { startingFile } from './starting-model.ts';

const { model, facts } = makeStartingModel();
const json = Buffer.from(JSON.stringify(facts));
const length = Buffer.alloc(4);
length.writeUInt32LE(json.length);
writeFileSync(startingFile, Buffer.concat([length, json, model]));
const { accuracy, examples } = facts.evaluation;
process.stdout.write(`${facts.version}: ${examples} sentences, ${(accuracy * 100).toFixed(1)} % over folds\n`);
