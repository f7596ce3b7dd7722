import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type Reply, runOpenLoop, senderPhone } from '../../bench/load/index.ts';
import { listMessages } from './list-messages.ts';
import { startEchoLine } from './start-echo-line.ts';

/** Takes every send to one of `deaf` without ever answering it; hands all others on. */
async function startTrap(deaf: ReadonlySet<string>) {
  let behind = '';
  const swallowed: string[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      const body = Buffer.concat(chunks).toString();
      const { to } = JSON.parse(body) as { to: string };
      if (deaf.has(to.replace('+', ''))) return void swallowed.push(to);
      const headers = { authorization: request.headers.authorization ?? '', 'content-type': 'application/json' };
      const answer = await fetch(behind + (request.url ?? ''), { method: 'POST', headers, body });
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // a TCP server always has one
  return {
    url: `http://127.0.0.1:${port}`,
    swallowed,
    handOnTo(url: string) {
      behind = new URL(url).origin;
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

const residentMiB = (pid: number | undefined) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_024;

test('a Graph API that never answers some sends: the others go on at full speed, and each of those is sent once more', {
  timeout: 90_000,
}, async () => {
  const deaf = new Set(Array.from({ length: 200 }, (_, n) => senderPhone(n * 3)));
  const trap = await startTrap(deaf);
  const line = await startEchoLine('hang', { env: { GRAPH_API_BASE_URL: `${trap.url}/v23.0` } });
  trap.handOnTo(line.graph.url);
  try {
    const replies: Reply[] = [];
    line.graph.onReply((reply) => replies.push(reply));
    // Two of three are answered; the third hangs: 200 sends, more than are ever under way at once on a good day.
    const letters = line.exchange.write(1_200, 600);
    await runOpenLoop(line.exchange, { letters, perSecond: 150, patienceMs: 2_000 });
    const heard = line.exchange.book.questions.filter(({ sender }) => !deaf.has(sender));
    expect(heard).toHaveLength(800);
    expect(heard.filter(({ copies }) => copies.length !== 1)).toEqual([]);
    const waits = heard.map(({ askedAt, copies }) => (copies[0]?.at ?? Infinity) - askedAt).sort((a, b) => a - b);
    expect(waits[792]).toBeLessThan(1_000);
    expect(residentMiB(line.program.pid())).toBeLessThan(400);
    // Ten seconds until a send is given up, fifteen until it is sent once more.
    await expect.poll(() => trap.swallowed.length, { timeout: 40_000, interval: 200 }).toBeGreaterThanOrEqual(400);
    await sleep(1_000);
    expect(trap.swallowed).toHaveLength(400);
    const outbound = (await listMessages(line.program, line.channel)).filter(({ direction }) => direction === 'out');
    expect(outbound.filter(({ status }) => status === 'failed')).toEqual([]);
  } finally {
    await line.close();
    trap.close();
  }
});
