import { setTimeout as sleep } from 'node:timers/promises';
import { type Exchange, runOpenLoop } from '../load/index.ts';
import { chargeCpu } from '../machine/charge-cpu.ts';
import { weighMemory } from '../machine/weigh-memory.ts';
import type { AttendantsOrder } from '../realtime/attendants.ts';
import { type Attendants, hireAttendants } from '../realtime/hire-attendants.ts';
import type { Ours } from '../subjects/start-ours.ts';

export interface ScreenTimes {
  readonly attendants: number;
  readonly perSecond: number;
  readonly posted: number;
  /** Posted, and on no screen after the patience at the end. */
  readonly unseen: number;
  /** From when the webhook was due until the message was on the screen of whoever has the conversation open. */
  readonly screen: { readonly p50: number; readonly p95: number; readonly p99: number };
  readonly packetsPerSecond: number;
  readonly programCores: number;
  readonly postgresCores: number;
  readonly othersShare: number;
}

export interface Realtime {
  readonly times: readonly ScreenTimes[];
  readonly connected: number;
  readonly connectMs: number;
  /** Of the program alone, with nobody and with everybody connected. */
  readonly programMiB: { readonly before: number; readonly after: number };
}

const CUSTOMERS = 200;
const PATIENCE_MS = 5_000;

/** 100 messages/s with 200 attendants who each have a conversation open, then with a thousand connected. */
export async function measureRealtime(exchange: Exchange, ours: Ours, seconds: number): Promise<Realtime> {
  const { workspaceId: workspace } = ours.channel;
  const { key: token } = await ours.program.cli<{ key: string }>(
    ...['apikey', 'create', '--workspace', workspace, '--scopes', '*'],
  );
  await runOpenLoop(exchange, { letters: exchange.write(CUSTOMERS, CUSTOMERS), perSecond: 100 });
  const conversations = await listConversations(ours.program.url, token);
  const before = weighMemory(ours.pids).programMiB;
  const order: Omit<AttendantsOrder, 'count'> = { url: ours.program.url, workspace, token, conversations };
  const began = performance.now();
  const watching = await hireAttendants({ ...order, count: CUSTOMERS });
  let connectMs = performance.now() - began;
  const others: Attendants[] = [];
  try {
    const few = await timeScreens(exchange, ours, watching, CUSTOMERS, seconds);
    const more = performance.now();
    for (const count of [400, 400]) others.push(await hireAttendants({ ...order, conversations: [], count }));
    connectMs += performance.now() - more;
    const after = weighMemory(ours.pids).programMiB;
    const many = await timeScreens(exchange, ours, watching, 1_000, seconds);
    return { times: [few, many], connected: 1_000, connectMs, programMiB: { before, after } };
  } finally {
    for (const one of [watching, ...others]) await one.dismiss();
  }
}

async function timeScreens(
  exchange: Exchange,
  ours: Ours,
  { sightings, packets }: Attendants,
  attendants: number,
  seconds: number,
): Promise<ScreenTimes> {
  const perSecond = 100;
  const letters = exchange.write(perSecond * seconds, CUSTOMERS);
  const charge = chargeCpu(ours.pids);
  const sentBefore = packets();
  const result = await runOpenLoop(exchange, { letters, perSecond });
  const spent = charge();
  const unseen = () => letters.filter(({ nonce }) => !sightings.has(nonce)).length;
  for (let waited = 0; unseen() > 0 && waited < PATIENCE_MS; waited += 100) await sleep(100);
  const took = letters.flatMap(({ nonce }) => {
    const at = sightings.get(nonce);
    return at === undefined ? [] : [at - (exchange.book.questions[nonce]?.askedAt ?? Number.NaN)];
  });
  const sorted = Float64Array.from(took).sort();
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return {
    attendants,
    perSecond,
    posted: result.posted,
    unseen: unseen(),
    screen: { p50: at(0.5), p95: at(0.95), p99: at(0.99) },
    packetsPerSecond: (packets() - sentBefore) / result.seconds,
    programCores: spent.programMs / spent.wallMs,
    postgresCores: spent.postgresMs / spent.wallMs,
    othersShare: spent.othersShare,
  };
}

async function listConversations(url: string, token: string): Promise<string[]> {
  const ids: string[] = [];
  for (let before: string | null = ''; before !== null; ) {
    const query: string = before === '' ? '' : `?${new URLSearchParams({ before }).toString()}`;
    const response = await fetch(`${url}/api/v1/conversations.list${query}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const page = (await response.json()) as { conversations: { id: string }[]; next: string | null }; // as the contract says
    ids.push(...page.conversations.map(({ id }) => id));
    before = page.next;
  }
  return ids;
}
