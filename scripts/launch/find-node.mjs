import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { stop } from './say.mjs';

const wanted = 24;
const major = Number(process.versions.node.split('.')[0]);

/** The Node the house runs on: the one that came with the dependencies, or the machine's own where none is packaged. */
export function findNode(root) {
  const packaged = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(packaged)) return packaged;
  if (major >= wanted) return process.execPath;
  return stop(
    `Balcão needs Node ${wanted}. No packaged one was installed for ${process.platform}-${process.arch} and this machine has ` +
      `${process.version}. Install Node ${wanted} from https://nodejs.org, or install again without omitting optional dependencies.`,
  );
}
