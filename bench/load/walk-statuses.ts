import type { Line } from './line.ts';
import type { Door } from './open-door.ts';
import { signWebhook } from './sign-webhook.ts';
import type { Reply } from './start-graph-double.ts';
import { type StatusUpdate, writeStatusWebhook } from './write-status-webhook.ts';

export interface StatusWalk {
  readonly counts: { made: number; acked: number; refused: number };
  /** Give it each reply that Meta accepted. */
  walk(reply: Reply): void;
  /** Statuses not yet taken by the program. */
  open(): number;
  stop(): void;
}

const steps = [
  { status: 'sent', afterMs: 60 },
  { status: 'delivered', afterMs: 250 },
  { status: 'read', afterMs: 900 },
] as const;

/** Three signed webhooks for each reply, each repeated with back-off until it gets its 200, as Meta repeats them. */
export function walkStatuses(line: Line, door: Door): StatusWalk {
  const counts = { made: 0, acked: 0, refused: 0 };
  let stopped = false;
  let open = 0;

  async function post(update: StatusUpdate): Promise<void> {
    const body = writeStatusWebhook(line, update);
    const request = door.request(body, { 'X-Hub-Signature-256': signWebhook(body, line.appSecret) });
    counts.made++;
    for (let pause = 200; !stopped; pause = Math.min(pause * 2, 2_000)) {
      if ((await door.post(request)).status === 200) {
        counts.acked++;
        open--;
        return;
      }
      counts.refused++;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return {
    counts,
    walk(reply) {
      for (const { status, afterMs } of steps) {
        open++;
        setTimeout(() => {
          if (stopped) return;
          void post({ wamid: reply.id, status, recipient: reply.to, tag: reply.tag, at: new Date() });
        }, afterMs);
      }
    },
    open: () => open,
    stop: () => {
      stopped = true;
    },
  };
}
