import type { Terminal } from '../terminal/terminal.ts';
import { sentenceOf } from '../terminal/wrong-usage.ts';
import { withDatabase } from '../with-database.ts';
import { checkChannels } from './check-channels.ts';
import { checkConfiguration } from './check-configuration.ts';
import { checkDataFolder } from './check-data-folder.ts';
import { checkDatabase } from './check-database.ts';
import { checkJobs } from './check-jobs.ts';
import { checkVersions } from './check-versions.ts';
import { type Finding, ill } from './finding.ts';

const marks = { well: 'ok  ', look: 'look', ill: 'ILL ' } as const;

/** Looks at everything it can reach; what cannot be reached is a finding too. Exit 1 when anything is ill. */
export async function doctor(terminal: Terminal): Promise<void> {
  const { config, findings } = checkConfiguration();
  findings.push(...checkVersions());
  if (config !== undefined) {
    findings.push(...(await checkDataFolder(config)));
    findings.push(...(await lookInside()));
  }
  if (findings.some((finding) => finding.state === 'ill')) terminal.exitCode = 1;
  const human = findings
    .map(({ check, state, sentence }) => `${marks[state]}  ${check.padEnd(13)}  ${sentence}`)
    .join('\n');
  await terminal.answer({ ok: terminal.exitCode === 0, findings }, human);
  const worst = findings.filter((finding) => finding.state === 'ill');
  if (worst.length > 0 && terminal.json) terminal.complain(worst.map((finding) => finding.sentence).join('\n'));
}

async function lookInside(): Promise<Finding[]> {
  try {
    return await withDatabase(async (ctx) => [
      ...(await checkDatabase(ctx)),
      ...(await checkChannels(ctx)),
      ...(await checkJobs(ctx)),
    ]);
  } catch (error) {
    return [ill('database', sentenceOf(error))];
  }
}
