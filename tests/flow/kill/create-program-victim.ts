import { setTimeout as sleep } from 'node:timers/promises';
import type { EchoChannel, Program } from '@balcao/testkit';
import { listMessages } from '../list-messages.ts';
import type { KillKind, Victim } from './victim.ts';

const NOTICE_MS = 100;

/** The real program. What it starts itself, its PostgreSQL, it must bring back itself. */
export function createProgramVictim(program: Program, channel: EchoChannel): Victim {
  const withProgram = (kind: KillKind) => kind === 'program' || kind === 'program-and-postgres';
  return {
    webhookUrl: channel.webhookUrl,
    async kill(kind) {
      if (kind === 'postmaster' || kind === 'backend') program.killPostgres(kind);
      else if (kind !== 'program') program.killPostgres('all');
      if (withProgram(kind)) await program.kill();
    },
    async recover(kind) {
      if (withProgram(kind)) await program.start();
      else await sleep(NOTICE_MS).then(() => program.whenReady());
    },
    stored: () => listMessages(program, channel),
  };
}
