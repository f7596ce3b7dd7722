import type { Config } from './config.ts';
import type { ConfigFault } from './config-fault.ts';
import { decide } from './decide.ts';
import { findMisspelt } from './find-misspelt.ts';
import { type Environment, readEnvironment } from './read-environment.ts';

export type ConfigResult =
  | { readonly ok: Config; readonly warnings: readonly ConfigFault[] }
  | { readonly faults: readonly ConfigFault[]; readonly warnings: readonly ConfigFault[] };

/** Reads, decides and checks everything at once. Without arguments: from this process. */
export function loadConfig(env?: Environment, argv: readonly string[] = []): ConfigResult {
  const raw = readEnvironment(env);
  const decided = decide(raw.values, argv);
  const warnings = [...findMisspelt(raw.names), ...decided.warnings];
  const unread = new Set(raw.faults.map(({ name }) => name.replace(/_FILE$/, '')));
  // A variable whose file could not be read is told once, not a second time as missing.
  const faults = [...raw.faults, ...decided.faults.filter(({ name }) => !unread.has(name))];
  return faults.length > 0 ? { faults, warnings } : { ok: decided.config, warnings };
}
