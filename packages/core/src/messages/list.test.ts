import { sql } from '@balcao/db';
import { testCtx, testLine, ticketLab } from '@balcao/testkit';
import { expect, test } from 'vitest';
import { list } from './index.ts';

const insert = sql(
  'test/list-message',
  `insert into messages (workspace_id, id, conversation_id, seq, direction, origin, kind, status, provider_id, at, created_at)
   values ($1, $2, $3, $4, 'in', 'customer', 'text', 'received', $6, $5, now())`,
);

test('messages are listed as they came to us, the last first, whatever time each says it is of; pages neither skip nor repeat', async () => {
  const line = await testLine(await testCtx());
  const { ctx } = line;
  const lab = ticketLab(line);
  const talks = [await lab.ticket(), await lab.ticket()];
  const came: string[] = [];
  const put = async (minutesAgo: number) => {
    const id = ctx.ids.uuid();
    const at = new Date(ctx.clock.now().getTime() - minutesAgo * 60_000);
    const talk = talks[came.length % 2];
    await lab.within((tx) => tx.run(insert, [ctx.workspaceId, id, talk, came.length + 1, at, `wamid.${id}`]));
    came.push(id);
  };
  // A webhook that was held up brings an hour-old message after a new one.
  for (const minutesAgo of [3, 0, 60, 2, 1]) await put(minutesAgo);
  const pages: string[][] = [];
  for (let before: string | undefined; pages.length < 4; before = pages.at(-1)?.at(-1)) {
    const page = await lab.within((tx) =>
      list(ctx, tx, talks, { limit: 2, ...(before === undefined ? {} : { before }) }),
    );
    if (page.length === 0) break;
    pages.push(page.map(({ id }) => id));
    if (pages.length === 1) await put(0); // what comes meanwhile moves nothing
  }
  expect(pages.flat()).toEqual(came.slice(0, 5).reverse());
});
