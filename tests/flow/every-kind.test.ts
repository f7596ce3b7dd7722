import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InboundFact } from '@balcao/channels/port';
import { parseWebhook } from '@balcao/channels/whatsapp-cloud';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { kindsCustomer, webhookKinds } from './naughty/webhook-kinds.ts';
import { type SimulatedLine, startSimulatedLine } from './start-simulated-line.ts';

const folder = join(import.meta.dirname, '../../../shared/payloads');
const collected = existsSync(folder)
  ? readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name): [string, unknown] => [name, JSON.parse(readFileSync(join(folder, name), 'utf8'))])
  : [];

let line: SimulatedLine;
beforeAll(async () => {
  line = await startSimulatedLine();
}, 60_000);
afterAll(() => line?.close());

interface Happened {
  readonly type: string;
  readonly messageId: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

async function readLedger(): Promise<Happened[]> {
  const happened: Happened[] = [];
  for (let after: string | undefined; ; ) {
    const page = await line.api<{ events: Happened[]; cursor: string; more: boolean }>('ledger.read', {
      limit: 1000,
      ...(after === undefined ? {} : { after }),
    });
    happened.push(...page.events);
    after = page.cursor;
    if (!page.more) return happened;
  }
}

/** The same body, as if it had come for our number. */
function forOurNumber(body: unknown): unknown {
  return JSON.parse(JSON.stringify(body), (key, value: unknown) => {
    if (key === 'phone_number_id') return line.number.phoneNumberId;
    if (key === 'entry' && Array.isArray(value))
      return value.map((entry: object) => ({ ...entry, id: line.number.wabaId }));
    return value;
  });
}

/** No room keeps the talks of groups yet. */
const ofGroup = (fact: InboundFact) => 'groupId' in fact && fact.groupId !== undefined && fact.fact !== 'status';
const isMessage = (fact: InboundFact) => (fact.fact === 'message' || fact.fact === 'echo') && !ofGroup(fact);
/** These change rows of their own; everything else must be kept as an event of the channel. */
const inBooks = new Set([
  'message',
  'echo',
  'status',
  'reaction',
  'edit',
  'revoke',
  'history',
  'identity-change',
  'contact-sync',
]);

/** Of all bodies that were posted so far. The ledger shows a row once nothing older is under way: a moment later, perhaps. */
const wantedEvents: string[] = [];
const keptEvents = async () =>
  (await readLedger()).flatMap(({ type, data }) => (type === 'channel.event' ? [String(data['kind'])] : [])).toSorted();

async function expectAllKept(bodies: readonly (readonly [string, unknown])[]): Promise<void> {
  const ours = bodies.map(([name, body]) => [name, forOurNumber(body)] as const);
  for (const [name, body] of ours) expect((await line.post(body)).status, name).toBe(200);
  await line.settled();
  const facts = ours.flatMap(([, body]) => parseWebhook(body));
  wantedEvents.push(...facts.filter((fact) => ofGroup(fact) || !inBooks.has(fact.fact)).map((fact) => fact.fact));
  await expect.poll(keptEvents, { timeout: 10_000 }).toEqual(wantedEvents.toSorted());
  const stored = await line.program.cli<{ providerId: string | null }[]>(
    ...['messages', 'list', '--workspace', line.workspaceId],
  );
  const ids = new Set(stored.map(({ providerId }) => providerId));
  const wanted = facts.filter(isMessage).flatMap((fact) => ('providerId' in fact ? [fact.providerId] : []));
  expect(wanted.length).toBeGreaterThan(10);
  expect(wanted.filter((id) => !ids.has(id ?? null))).toEqual([]);
  expect(await line.api('jobs.dead', { name: 'receipts.process' })).toMatchObject({ jobs: [] });
}

test('one webhook of every kind that there is: each answered 200, each in the books or kept as an event', async () => {
  const bodies = webhookKinds.map((change): [string, unknown] => [
    change.field,
    { object: 'whatsapp_business_account', entry: [{ id: '1', changes: [change] }] },
  ]);
  await expectAllKept(bodies);
});

test.skipIf(collected.length === 0)(
  `every body of ../shared/payloads likewise (${collected.length === 0 ? 'skipped: not here' : collected.length})`,
  () => expectAllKept(collected),
);

test('who writes with and without the ninth digit is one person with one talk', async () => {
  const [kind] = webhookKinds;
  const without = `${kindsCustomer.slice(0, 4)}${kindsCustomer.slice(5)}`;
  const text = JSON.stringify(kind).replaceAll(kindsCustomer, without).replaceAll('wamid.kind', 'wamid.without');
  await line.post(forOurNumber({ object: 'whatsapp_business_account', entry: [{ changes: [JSON.parse(text)] }] }));
  await line.settled();
  const found = async (phone: string) =>
    (await line.api<{ messages: { providerId: string; conversationId: string }[] }>('messages.list', { phone }))
      .messages;
  const [by, byWithout] = [await found(kindsCustomer), await found(without)];
  expect(by.map((one) => one.providerId)).toContain('wamid.without.text');
  expect(by).toEqual(byWithout);
  expect(new Set(by.map((one) => one.conversationId)).size).toBe(1);
});
