import { writeFileSync } from 'node:fs';
import { writeModel } from '../src/local/model/keep-model.ts';
import { makeAttackModel } from '../src/local/signs/attack/make-attack-model.ts';
import { attackModelFile } from '../src/local/signs/attack/taught-model.ts';

const bytes = writeModel(makeAttackModel());
writeFileSync(attackModelFile, bytes);
process.stdout.write(`${bytes.length} bytes\n`);
