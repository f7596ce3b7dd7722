import { constants } from 'node:fs';
import { access, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '@balcao/kernel';
import { type Finding, ill, look, well } from './finding.ts';

const MIB = 1024 * 1024;
const ILL_BELOW = 256 * MIB;
const LOOK_BELOW = 2048 * MIB;

export async function checkDataFolder(config: Config): Promise<Finding[]> {
  try {
    await access(config.dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      return [look('data folder', `${config.dataDir} does not exist yet; the first start makes it.`)];
    return [ill('data folder', `${config.dataDir} cannot be written by this user; run as the one who runs Balcão.`)];
  }
  return [
    well('data folder', `${config.dataDir} can be read and written.`),
    await checkDisk(config),
    ...(await checkKeyFile(config)),
  ];
}

async function checkDisk({ dataDir }: Config): Promise<Finding> {
  const disk = await statfs(dataDir);
  const free = disk.bavail * disk.bsize;
  const sentence = `${Math.floor(free / MIB)} MiB are free on the disk of ${dataDir}.`;
  if (free < ILL_BELOW) return ill('disk', `${sentence} Make room now: the database stops when it is full.`);
  return free < LOOK_BELOW ? look('disk', `${sentence} Make room soon.`) : well('disk', sentence);
}

async function checkKeyFile({ dataDir, secretKeys }: Config): Promise<Finding[]> {
  if (secretKeys !== undefined) return [];
  const file = join(dataDir, 'keys', 'ring');
  const found = await stat(file).catch(() => undefined);
  if (found === undefined) return [];
  if ((found.mode & 0o077) !== 0)
    return [ill('key file', `${file} can be read by others. Close it: chmod 600 ${file}`)];
  return [
    well('key file', `${file} is for its owner only. Keep a copy elsewhere: without it no secret can be opened.`),
  ];
}
