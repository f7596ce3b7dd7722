import {
  type ClientToServer,
  operationNames,
  operations,
  type ServerToClient,
  type SubscribeAnswer,
} from '@balcao/contract';
import { exportJob, importJob } from '@balcao/core/contacts';
import { tellReadJob } from '@balcao/core/conversations';
import { sendScheduledJob } from '@balcao/core/desk';
import { processReceiptJob } from '@balcao/core/ingest';
import { record } from '@balcao/core/ledger';
import { fetchMediaJob, signLink } from '@balcao/core/media';
import { takeTurnJob } from '@balcao/core/orchestrator';
import { learnAddressJob, stopChannelJob } from '@balcao/core/outbox';
import { sendPushJob } from '@balcao/core/push';
import { refreshTemplatesJob } from '@balcao/core/templates';
import { checkHealthJob } from '@balcao/core/workspaces';
import { withWorkspace } from '@balcao/db';
import { enqueue, type Job } from '@balcao/jobs';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { ask, cross, freshHeaders, idsIn, storedOf, undeclaredIn } from './cross.ts';
import { type House, startHouse } from './start-house.ts';
import { takeOutFilter } from './take-out-filter.ts';
import { type Asker, type Company, openCompany } from './two-companies.ts';
import { writeInputs } from './write-inputs.ts';

interface Neighbours {
  readonly house: House;
  readonly ours: Company;
  readonly theirs: Company;
  /** Ids of theirs that nobody names in a question. */
  readonly marks: ReadonlySet<string>;
}

let house: House;
let ours: Company;
let theirs: Company;
let neighbours: Neighbours;

async function openNeighbours(): Promise<Neighbours> {
  const house = await startHouse();
  const [ours, theirs] = [await openCompany(house.ctx, house.url), await openCompany(house.ctx, house.url)];
  const marks = new Set(idsIn(JSON.stringify(await storedOf(house.ctx, theirs))));
  for (const known of [...idsIn(JSON.stringify(await storedOf(house.ctx, ours))), ...theirs.named()])
    marks.delete(known);
  return { house, ours, theirs, marks };
}

beforeAll(async () => {
  neighbours = await openNeighbours();
  ({ house, ours, theirs } = neighbours);
}, 60_000);
afterAll(() => house.close());

async function expectApart({ house, theirs, marks }: Neighbours, askers: readonly Asker[]): Promise<void> {
  const before = await storedOf(house.ctx, theirs);
  const wrong: string[] = [];
  const answers = new Map<number, number>();
  const crossAs = async (asker: Asker) => {
    for (const name of operationNames) {
      const found = await cross(house, asker, name, { company: theirs, marks });
      wrong.push(...found.wrong);
      for (const [status, times] of found.answers) answers.set(status, (answers.get(status) ?? 0) + times);
    }
  };
  await Promise.all(askers.map(crossAs));
  expect(wrong).toEqual([]);
  expect(await storedOf(house.ctx, theirs)).toEqual(before);
  expect(answers.get(404), JSON.stringify([...answers])).toBeGreaterThan(80);
  expect(answers.get(401) ?? 0, 'nobody was signed out on the way').toBeLessThan(60);
}

test(
  'no operation, asked in any way by anybody of one company, tells or changes anything of another',
  () => expectApart(neighbours, ours.askers),
  90_000,
);

test('the same with the filters of the application taken out: the database alone keeps them apart', async () => {
  const filter = takeOutFilter();
  try {
    const others = await openNeighbours();
    const mighty = others.ours.askers.filter(({ role }) => role === 'owner' || role === 'api key');
    await expectApart(others, mighty);
    await others.house.close();
    expect(filter.taken()).toBeGreaterThan(500);
  } finally {
    filter.putBack();
  }
}, 90_000);

type Client = Socket<ServerToClient, ClientToServer>;
const within = <T>(ms: number, answer: Promise<T>): Promise<T | 'nothing'> =>
  Promise.race([answer, new Promise<'nothing'>((resolve) => setTimeout(() => resolve('nothing'), ms))]);

async function connect(asker: Asker): Promise<Client> {
  const headers = await freshHeaders(house.ctx, asker);
  const token = headers['authorization']?.replace('Bearer ', '');
  const client: Client = io(house.url, {
    path: '/realtime',
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { ...(headers['cookie'] ? { cookie: headers['cookie'] } : {}), origin: house.url },
    ...(token === undefined ? {} : { auth: { token } }),
  });
  await new Promise<void>((resolve, reject) => client.on('connect', resolve).on('connect_error', reject));
  return client;
}

test('no socket of one company is given a seat in another, nor hears of it from its own', async () => {
  for (const asker of ours.askers) {
    const client = await connect(asker);
    const heard: string[] = [];
    client.onAny((...told: unknown[]) => heard.push(JSON.stringify(told)));
    const subscribe = (workspace: string) =>
      new Promise<SubscribeAnswer>((resolve) => client.emit('subscribe', { workspace, mode: 'desk' }, resolve));
    expect((await subscribe(theirs.line.ctx.workspaceId)).ok, asker.role).toBe(false);
    expect((await subscribe(ours.line.ctx.workspaceId)).ok, asker.role).toBe(true);
    const conversationId = theirs.idFor('messages.thread')('conversationId');
    const watched = await within(
      2_000,
      new Promise<{ ok: boolean }>((resolve) => client.emit('watch', { conversationId }, resolve)),
    );
    expect(watched === 'nothing' || !watched.ok, `${asker.role} watches`).toBe(true);
    await withWorkspace(theirs.line.ctx, (tx) =>
      record(tx, theirs.line.ctx, [{ type: 'thing.happened', conversationId, data: { mark: 'segredo' } }]),
    );
    const own = new Promise<string>((resolve) => {
      client.on('events', () => resolve('events'));
      client.on('event', () => resolve('event'));
    });
    await withWorkspace(ours.line.ctx, (tx) => record(tx, ours.line.ctx, [{ type: 'tag.happened' }]));
    expect(await within(3_000, own), `${asker.role} hears of their own`).not.toBe('nothing');
    expect(heard.join(' ')).not.toContain('segredo');
    client.disconnect();
  }
}, 60_000);

const pathOf = (url: string) => url.replace(/^https?:\/\/[^/]+/, '');

test('a link to a file opens that file of that company and no other', async () => {
  const { url } = signLink(ours.line.ctx, ours.idFor('media.link')('mediaId'));
  const crossed = signLink(ours.line.ctx, theirs.idFor('media.link')('mediaId'));
  const answered = await fetch(new URL(pathOf(crossed.url), house.url));
  expect(answered.status).toBe(404);
  const [keyId, link = '', mac] = (/\/([^/?]+)$/.exec(url)?.[1] ?? '').split('.');
  const bytes = Buffer.from(link, 'base64url');
  bytes.write(theirs.line.ctx.workspaceId.replaceAll('-', ''), 0, 'hex');
  const forged = url.replace(/[^/]+$/, [keyId, bytes.toString('base64url'), mac].join('.'));
  expect((await fetch(new URL(pathOf(forged), house.url))).status).toBeGreaterThanOrEqual(400);
});

const jobs: readonly Job<never>[] = [
  ...[importJob, exportJob, tellReadJob, sendScheduledJob, processReceiptJob, fetchMediaJob, takeTurnJob],
  ...[learnAddressJob, stopChannelJob, sendPushJob, refreshTemplatesJob, checkHealthJob],
] as unknown as Job<never>[]; // each is enqueued with what its own schema took

/** What is stored of them once those who follow the ledger have read it; what they themselves try again would come between. */
async function settled(): Promise<Record<string, string[]>> {
  const { workspaceId } = theirs.line.ctx;
  const later = `update jobs set run_at = now() + interval '1 hour' where workspace_id = $1 and state = 'queued'`;
  await house.ctx.db.login.query(later, [workspaceId]);
  for (let last: Record<string, string[]> = {}; ; ) {
    await house.ctx.clock.sleep(700);
    const now = await storedOf(house.ctx, theirs);
    if (now['search_feeds']?.length && JSON.stringify(now) === JSON.stringify(last)) return now;
    last = now;
  }
}

test('no job of one company does anything to another, whatever ids it carries', async () => {
  await house.startWork();
  const unfinished = async () => {
    const { rows } = await house.ctx.db.login.query<{ n: number }>(
      'select count(*)::int as n from jobs where attempts = 0',
    );
    return rows[0]?.n;
  };
  await expect.poll(unfinished, { timeout: 20_000 }).toBe(0); // what their own people had asked for
  const before = await settled();
  let enqueued = 0;
  for (const job of jobs) {
    const asked = { name: job.name, input: job.schema } as unknown as Parameters<typeof writeInputs>[0];
    const idFor = (field: string) =>
      field === 'workspaceId' ? ours.line.ctx.workspaceId : theirs.idFor(job.name)(field);
    for (const payload of writeInputs(asked, idFor)) {
      if (!(job.schema as unknown as z.ZodType).safeParse(payload).success) continue;
      await withWorkspace(ours.line.ctx, (tx) =>
        enqueue(tx, ours.line.ctx, job, payload as never, { workspaceId: ours.line.ctx.workspaceId }),
      );
      enqueued += 1;
    }
  }
  expect(enqueued).toBeGreaterThanOrEqual(jobs.length);
  await expect.poll(unfinished, { timeout: 20_000 }).toBe(0);
  expect(await storedOf(house.ctx, theirs)).toEqual(before);
}, 60_000);

test('the owner of the other company gets through with the same questions: they do reach what they name', async () => {
  const reached = new Set<string>();
  const undeclared = new Set<string>();
  for (const name of operationNames) {
    const headers = await freshHeaders(house.ctx, theirs.owner);
    for (const input of writeInputs(operations[name], theirs.idFor(name))) {
      const { status, text } = await ask(house.url, name, input, headers);
      if (status === 200) reached.add(name);
      const code = undeclaredIn(name, status, text);
      if (code !== undefined) undeclared.add(`${name}: ${code}`);
    }
  }
  expect([...undeclared], 'codes that the contract does not say').toEqual([]);
  const missed = operationNames.filter((name) => !reached.has(name));
  expect(reached.size, missed.join(' ')).toBeGreaterThan(operationNames.length * 0.7);
}, 60_000);
