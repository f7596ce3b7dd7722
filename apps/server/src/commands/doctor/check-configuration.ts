import { type Config, loadConfig } from '@balcao/kernel';
import { type Finding, ill, look, well } from './finding.ts';

export function checkConfiguration(): { config: Config | undefined; findings: Finding[] } {
  const result = loadConfig();
  const findings = result.warnings.map(({ name, sentence }) => look('configuration', `${name} ${sentence}`));
  if ('faults' in result) {
    findings.push(...result.faults.map(({ name, sentence }) => ill('configuration', `${name} ${sentence}`)));
    return { config: undefined, findings };
  }
  const { ok: config } = result;
  const database =
    config.database.kind === 'embedded' ? `the embedded database in ${config.dataDir}` : 'a database of your own';
  const kind = config.production ? 'production' : 'not production';
  findings.push(well('configuration', `Every setting is valid: ${kind}, ${database}, ${config.publicUrl}.`));
  return { config, findings };
}
