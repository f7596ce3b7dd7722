import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { AttendantsOrder, AttendantsReport } from './attendants.ts';

export interface Attendants {
  /** When each message was first on a screen, by its number; milliseconds of `performance.now()` here. */
  readonly sightings: ReadonlyMap<number, number>;
  packets(): number;
  /** Of their own process: it is not charged to the program. */
  readonly pid: number;
  dismiss(): Promise<void>;
}

/** From the machine's clock to ours. */
const offset = Number(process.hrtime.bigint()) / 1e6 - performance.now();

export async function hireAttendants(order: AttendantsOrder): Promise<Attendants> {
  const child: ChildProcess = fork(join(import.meta.dirname, 'attendants.ts'), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const sightings = new Map<number, number>();
  let packets = 0;
  const ready = Promise.withResolvers<void>();
  child.on('message', (report: AttendantsReport) => {
    if (report.say === 'ready') return ready.resolve();
    packets += report.packets;
    for (const [nonce, at] of report.sightings) if (!sightings.has(nonce)) sightings.set(nonce, at - offset);
  });
  child.on('exit', () => ready.reject(new Error('the attendants went away')));
  child.send(order);
  await ready.promise;
  return {
    sightings,
    packets: () => packets,
    pid: child.pid ?? 0,
    async dismiss() {
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
}
