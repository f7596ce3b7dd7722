import { readFileSync } from 'node:fs';
import type { ConfigFault } from './config-fault.ts';
import { type VariableName, variableNames } from './variables.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface RawSettings {
  /** What was given, trimmed; an empty variable counts as not given. */
  readonly values: Readonly<Partial<Record<VariableName, string>>>;
  /** All names that were set, for finding misspelt ones. */
  readonly names: readonly string[];
  readonly faults: readonly ConfigFault[];
}

const maxFileBytes = 64 * 1024;

/** The only place of the house that reads the process's environment. Any NAME may come from the file that NAME_FILE names. */
export function readEnvironment(env: Environment = process.env): RawSettings {
  const values: Partial<Record<VariableName, string>> = {};
  const faults: ConfigFault[] = [];
  for (const name of variableNames) {
    const given = env[name]?.trim() ?? '';
    const path = env[`${name}_FILE`]?.trim() ?? '';
    if (given !== '' && path !== '') {
      faults.push({
        name,
        sentence: `is given twice: as ${name} and in the file of ${name}_FILE. Keep one of the two.`,
      });
    } else if (path !== '') {
      const read = readSetting(path);
      if ('sentence' in read) faults.push({ name: `${name}_FILE`, sentence: read.sentence });
      else values[name] = read.text;
    } else if (given !== '') {
      values[name] = given;
    }
  }
  return { values, names: Object.keys(env).filter((name) => env[name] !== undefined), faults };
}

function readSetting(path: string): { text: string } | { sentence: string } {
  try {
    const text = readFileSync(path, 'utf8');
    if (text.length > maxFileBytes)
      return { sentence: `names a file that is too large for a setting: ${path}. Check the path.` };
    if (text.trim() === '') return { sentence: `names an empty file: ${path}. Write the value into it.` };
    return { text: text.trim() };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown reason'; // node:fs throws nothing else
    return { sentence: `names a file that cannot be read (${code}): ${path}. Check the path and who may read it.` };
  }
}
