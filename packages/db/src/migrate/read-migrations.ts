import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Fault } from '@balcao/kernel';

export interface Migration {
  readonly name: string;
  readonly text: string;
  readonly checksum: string;
  /** Old code cannot run beside it. */
  readonly breaking: boolean;
}

export const migrationsFolder = fileURLToPath(new URL('../migrations/', import.meta.url));

const shape = /^\d{12}-[a-z0-9]+(?:-[a-z0-9]+)*\.sql$/;

export async function readMigrations(folder: string = migrationsFolder): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const wrong = names.find((name) => !shape.test(name));
  if (wrong !== undefined)
    throw new Fault('internal', `The migration ${wrong} is not named YYYYMMDDHHMM-what-it-does.sql.`);
  return Promise.all(
    names.map(async (name) => {
      // The same file has the same checksum on systems that check it out with other line ends.
      const text = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n');
      const checksum = createHash('sha256').update(text).digest('hex');
      return { name, text, checksum, breaking: /^-- breaking\b/.test(text) };
    }),
  );
}
