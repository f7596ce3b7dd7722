import { type Config, loadConfig } from '@balcao/kernel';

/** The same settings as the program's; every fault of them at once. */
export function readConfig(): Config {
  const result = loadConfig();
  if ('ok' in result) return result.ok;
  throw new Error(result.faults.map((fault) => `${fault.name} ${fault.sentence}`).join('\n'));
}
