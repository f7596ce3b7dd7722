import { readFileSync } from 'node:fs';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The only place of the house that reads the process's environment. */
export function readEnvironment(): Environment {
  return { ...process.env };
}

/** `NAME_FILE` stands for `NAME`: the file's content without its last line break (how containers hand over secrets). */
export function readNamedFile(path: string): string {
  return readFileSync(path, 'utf8').replace(/\r?\n$/, '');
}
