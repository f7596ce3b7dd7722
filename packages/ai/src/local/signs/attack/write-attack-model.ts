import { writeFileSync } from 'node:fs';
import { writeModel } from '../../model/keep-model.ts';
import { makeAttackModel } from './make-attack-model.ts';
import { attackModelFile } from './taught-model.ts';

const bytes = writeModel(makeAttackModel());
writeFileSync(attackModelFile, bytes);
process.stdout.write(`${bytes.length} bytes\n`);
