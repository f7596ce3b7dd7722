import { type DbCtx, inWorkspace, sql, type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { testCtx } from '@balcao/testkit';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { createWorkspace } from '../workspaces/index.ts';
import {
  compareCursors,
  findNews,
  type LedgerEvent,
  ledgerHead,
  onRecorded,
  readAfter,
  readBack,
  record,
} from './index.ts';

let ctx: DbCtx;
beforeAll(async () => {
  ctx = await testCtx();
});

async function newWorkspace(): Promise<WorkspaceCtx> {
  return inWorkspace(ctx, (await createWorkspace(ctx, { name: 'Loja', slug: `loja-${ctx.ids.uuid().slice(-12)}` })).id);
}

const read = (inside: WorkspaceCtx, after?: string, limit?: number) =>
  withWorkspace(inside, (tx) => readAfter(tx, after, limit));

/**
 * Reads on until that many are seen. A transaction of another test, in another database of the same server, keeps the
 * newest back for as long as it runs.
 */
async function readSome(inside: WorkspaceCtx, count: number, after?: string): Promise<LedgerEvent[]> {
  const events: LedgerEvent[] = [];
  let cursor = after;
  for (let tries = 0; events.length < count && tries < 1_500; tries++) {
    const page = await read(inside, cursor, 500);
    events.push(...page.events);
    cursor = page.cursor;
    if (events.length < count) await ctx.clock.sleep(10);
  }
  return events;
}

const typesOf = (events: readonly LedgerEvent[]) => events.map((event) => event.type);

test('what is recorded is read back, with who did it and what it concerns', async () => {
  const inside = await newWorkspace();
  const [conversationId, messageId, contactId] = [ctx.ids.uuid(), ctx.ids.uuid(), ctx.ids.uuid()];
  const at = new Date('2026-11-21T10:00:00Z');
  await withWorkspace(inside, (tx) =>
    record(tx, { ...inside, actor: { kind: 'bot' } }, [
      { type: 'message.queued', conversationId, messageId, contactId, data: { kind: 'text', seq: 3 }, at },
      { type: 'message.received', actor: { kind: 'customer', id: contactId } },
    ]),
  );
  expect((await readSome(inside, 3)).slice(1)).toMatchObject([
    {
      type: 'message.queued',
      actorKind: 'bot',
      actorId: null,
      conversationId,
      messageId,
      contactId,
      at,
      data: { kind: 'text', seq: 3 },
    },
    { type: 'message.received', actorKind: 'customer', actorId: contactId, conversationId: null, data: {} },
  ]);
});

test('what is rolled back was never recorded', async () => {
  const inside = await newWorkspace();
  const failing = withWorkspace(inside, async (tx) => {
    await record(tx, inside, [{ type: 'thing.happened' }]);
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  await withWorkspace(inside, (tx) => record(tx, inside, [{ type: 'thing.followed' }]));
  expect(typesOf(await readSome(inside, 2))).toEqual(['workspace.created', 'thing.followed']);
});

const forge = sql('ledger/test-forge', `update ledger set type = 'thing.forged'`);
const burn = sql('ledger/test-burn', 'delete from ledger');

test('what was recorded can neither be changed nor taken away', async () => {
  const inside = await newWorkspace();
  for (const statement of [forge, burn])
    await expect(withWorkspace(inside, (tx) => tx.run(statement))).rejects.toThrow('permission denied');
});

test('a reader waits for the older transaction that commits late, and then gets both in order', async () => {
  const inside = await newWorkspace();
  const start = (await readSome(inside, 1))[0]?.cursor;
  const early = Promise.withResolvers<void>();
  const mayCommit = Promise.withResolvers<void>();
  const slow = withWorkspace(inside, async (tx) => {
    await record(tx, inside, [{ type: 'slow.first' }]);
    early.resolve();
    await mayCommit.promise;
  });
  await early.promise;
  await withWorkspace(inside, (tx) => record(tx, inside, [{ type: 'quick.second' }]));
  expect((await read(inside, start)).events).toEqual([]);
  mayCommit.resolve();
  await slow;
  expect(typesOf(await readSome(inside, 2, start))).toEqual(['slow.first', 'quick.second']);
});

test('the head skips what was before and nothing of what comes', async () => {
  const inside = await newWorkspace();
  await readSome(inside, 1);
  const head = await withWorkspace(inside, (tx) => ledgerHead(tx));
  await withWorkspace(inside, (tx) => record(tx, inside, [{ type: 'thing.happened' }]));
  expect(typesOf(await readSome(inside, 1, head))).toEqual(['thing.happened']);
});

test.each(['nonsense', '1-2', `${'9'.repeat(21)}-00000000-0000-0000-0000-000000000000`, "1-' or true"])(
  'the cursor %s is refused',
  async (cursor) => {
    await expect(read(await newWorkspace(), cursor)).rejects.toMatchObject({ code: 'invalid_input' });
  },
);

const writeAs = sql(
  'ledger/test-write-as',
  `insert into ledger (workspace_id, id, xid, at, type, actor_kind) values ($1, $2, $3::text::xid8, now(), 'thing.happened', 'bot')`,
);

test('the number of a transaction is a number: 100 comes after 99, forwards, backwards and when compared', async () => {
  const inside = await newWorkspace();
  await withWorkspace(inside, async (tx) => {
    for (const xid of ['101', '99', '100', '9', '10']) await tx.run(writeAs, [inside.workspaceId, ctx.ids.uuid(), xid]);
  });
  const old = (await readSome(inside, 6)).filter(({ type }) => type === 'thing.happened');
  const xids = (events: readonly LedgerEvent[]) => events.map(({ cursor }) => cursor.split('-')[0]);
  expect(xids(old)).toEqual(['9', '10', '99', '100', '101']);
  expect(xids((await read(inside, old[1]?.cursor, 2)).events)).toEqual(['99', '100']);
  const [first, last] = [old[0]?.cursor ?? '', old.at(-1)?.cursor ?? ''];
  const back = await withWorkspace(inside, (tx) => readBack(tx, first, last, 3));
  expect([xids(back.events), back.whole]).toEqual([['99', '100', '101'], false]);
  const all = await withWorkspace(inside, (tx) => readBack(tx, first, last, 4));
  expect([xids(all.events), all.whole]).toEqual([['10', '99', '100', '101'], true]);
  const cursors = old.map(({ cursor }) => cursor);
  expect(cursors.toReversed().sort(compareCursors)).toEqual(cursors);
});

test('which workspaces have news is one question, and whoever recorded is heard after the commit', async () => {
  const [busy, quiet] = [await newWorkspace(), await newWorkspace()];
  const cursors = await Promise.all(
    [busy, quiet].map(async ({ workspaceId }, n) => ({
      workspaceId,
      cursor: (await readSome(n === 0 ? busy : quiet, 1))[0]?.cursor ?? '',
    })),
  );
  expect(await findNews(ctx, cursors)).toEqual([]);
  const heard: string[] = [];
  const unhear = onRecorded(ctx.db, (workspaceId) => heard.push(workspaceId));
  const failing = withWorkspace(quiet, async (tx) => {
    await record(tx, quiet, [{ type: 'thing.happened' }]);
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  await withWorkspace(busy, (tx) => record(tx, busy, [{ type: 'thing.happened' }]));
  unhear();
  await withWorkspace(quiet, (tx) => record(tx, quiet, []));
  expect(heard).toEqual([busy.workspaceId]);
  await readSome(busy, 2);
  expect(await findNews(ctx, cursors)).toEqual([busy.workspaceId]);
});

test('a workspace reads its own', async () => {
  const [mine, theirs] = [await newWorkspace(), await newWorkspace()];
  await withWorkspace(theirs, (tx) => record(tx, theirs, [{ type: 'thing.happened' }]));
  await readSome(theirs, 2);
  expect(typesOf(await readSome(mine, 1))).toEqual(['workspace.created']);
});

test('readers that page along while many write miss nothing and see nothing twice', async () => {
  const writers = fc.array(
    fc.record({ rows: fc.integer({ min: 1, max: 4 }), waitMs: fc.integer({ min: 0, max: 15 }) }),
    {
      minLength: 2,
      maxLength: 12,
    },
  );
  await fc.assert(
    fc.asyncProperty(writers, fc.integer({ min: 1, max: 5 }), async (plans, limit) => {
      const inside = await newWorkspace();
      const expected = plans.flatMap(({ rows }, n) => Array.from({ length: rows }, (_, row) => `${n}.${row}`));
      let cursor = (await readSome(inside, 1))[0]?.cursor;
      let writing = true;
      const seen: string[] = [];
      const reader = (async () => {
        for (let late = 0; late < 3_000 && (writing || seen.length < expected.length); ) {
          const page = await read(inside, cursor, limit);
          seen.push(...page.events.map((event) => String(event.data['n'])));
          cursor = page.cursor;
          if (writing || page.events.length > 0) continue;
          late++;
          await ctx.clock.sleep(10);
        }
      })();
      await Promise.all(
        plans.map(({ rows, waitMs }, n) =>
          withWorkspace(inside, async (tx) => {
            for (let row = 0; row < rows; row++) {
              await record(tx, inside, [{ type: 'thing.happened', data: { n: `${n}.${row}` } }]);
              await ctx.clock.sleep(waitMs);
            }
          }),
        ),
      );
      writing = false;
      await reader;
      expect(seen.toSorted()).toEqual(expected.toSorted());
      for (const [n] of plans.entries()) {
        const own = seen.filter((name) => name.startsWith(`${n}.`));
        expect(own).toEqual(own.toSorted());
      }
    }),
    { numRuns: 25 },
  );
}, 120_000);
