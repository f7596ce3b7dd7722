import type { MacroAction } from '@balcao/contract';
import { type DbCtx, withWorkspace } from '@balcao/db';
import { testCtx } from '@balcao/testkit';
import { beforeAll, expect, test } from 'vitest';
import { createTag } from '../../departments/index.ts';
import { getTicket } from '../../tickets/index.ts';
import { deleteCanned } from '../canned/delete-canned.ts';
import { listCanned } from '../canned/list-canned.ts';
import { saveCanned } from '../canned/save-canned.ts';
import type { Keeper } from '../keeper.ts';
import { channel, deskLab } from '../testing/desk-lab.ts';
import { runMacro } from './run-macro.ts';
import { saveMacro } from './save-macro.ts';

type Lab = Awaited<ReturnType<typeof deskLab>>;
type Member = Awaited<ReturnType<Lab['member']>>;

let base: DbCtx;
let lab: Lab;
let ana: Member;
let boss: Member;
beforeAll(async () => {
  base = await testCtx();
  lab = await deskLab(base);
  [ana, boss] = [await lab.member('Ana Souza'), await lab.member('Bia', { mayAssign: true })];
});

const keeperOf = ({ memberId, sees }: Member, mayShare = false): Keeper => ({ memberId, sees, mayShare });
const canned = (who: Member, input: object, mayShare = false) =>
  withWorkspace(who.ctx, (tx) =>
    saveCanned(who.ctx, tx, keeperOf(who, mayShare), {
      shortcut: `c${who.ctx.ids.uuid().slice(-8)}`,
      title: null,
      body: 'Oi {{contato.primeiro_nome}}, sou {{atendente.primeiro_nome}}',
      mediaIds: [],
      departmentIds: [],
      personal: !mayShare,
      ...input,
    }),
  );
const macro = (actions: readonly MacroAction[]) =>
  withWorkspace(boss.ctx, (tx) =>
    saveMacro(boss.ctx, tx, keeperOf(boss, true), {
      name: `m ${boss.ctx.ids.uuid()}`,
      actions,
      departmentIds: [],
      personal: false,
    }),
  );
const run = (who: Member, macroId: string, ticketId: string) =>
  runMacro(
    who.ctx,
    { keeper: keeperOf(who), agent: who, origin: 'person', channel: () => channel },
    { macroId, ticketId },
  );
const ticketOf = (ticketId: string) => lab.within((tx) => getTicket(lab.ctx, tx, boss, { ticketId }));

test('a macro does all its steps, one after the other', async () => {
  const ticketId = await lab.talk();
  const tag = await lab.within((tx) => createTag(lab.ctx, tx, { name: 'Vip', color: 'red' }));
  const hello = await canned(boss, { mediaIds: [await lab.file()] }, true);
  const { id } = await macro([
    { do: 'assign_to_me' },
    { do: 'send_canned', cannedId: hello.id },
    { do: 'set_tags', add: [tag.id], remove: [] },
    { do: 'set_priority', priority: 'high' },
    { do: 'note', text: 'feito' },
    { do: 'resolve' },
  ]);
  const done = await run(ana, id, ticketId);
  expect(done.steps.map((step) => step.state)).toEqual(Array(6).fill('done'));
  expect(done.queued).toHaveLength(2);
  expect((await lab.messages(ticketId)).map((one) => one.text)).toEqual(['Oi Cliente, sou Ana', null]);
  expect(await ticketOf(ticketId)).toMatchObject({
    status: 'resolved',
    assigneeId: ana.memberId,
    tagIds: [tag.id],
    priority: 'high',
  });
});

test('when one step would not go nothing was done, and the run says which and why', async () => {
  const ticketId = await lab.talk({ windowMs: -1 });
  const { id } = await macro([
    { do: 'set_priority', priority: 'urgent' },
    { do: 'send_text', text: 'Oi' },
    { do: 'resolve' },
  ]);
  const stopped = await run(ana, id, ticketId);
  expect(stopped).toMatchObject({ done: false, queued: [] });
  expect(stopped.steps.map(({ state, fault }) => [state, fault?.code])).toEqual([
    ['undone', undefined],
    ['failed', 'window_closed'],
    ['not_reached', undefined],
  ]);
  expect(await ticketOf(ticketId)).toMatchObject({ status: 'queued', priority: 'normal' });
});

test('shared replies are changed by those who may, and one’s own are nobody else’s', async () => {
  const mine = await canned(ana, { shortcut: 'ola7' });
  await expect(canned(ana, { personal: false })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(canned(boss, { id: mine.id }, true)).rejects.toMatchObject({ code: 'not_found' });
  await expect(canned(ana, { shortcut: 'ola7' })).rejects.toMatchObject({ code: 'conflict' });
  await canned(boss, { shortcut: 'ola7' }, true);
  await expect(canned(boss, { shortcut: 'ola7' }, true)).rejects.toMatchObject({ code: 'conflict' });
  const other = await canned(ana, { shortcut: 'tchau' });
  await expect(canned(ana, { id: other.id, shortcut: 'ola7' })).rejects.toMatchObject({ code: 'conflict' });
  await expect(canned(ana, { body: 'Oi {{nome}}' })).rejects.toMatchObject({ code: 'invalid_input' });
  const seen = (who: Member) => lab.within((tx) => listCanned(lab.ctx, tx, keeperOf(who), { q: '/ola7' }));
  expect((await seen(ana)).map((one) => one.ownerId)).toEqual([ana.memberId, null]);
  expect((await seen(boss)).map((one) => one.ownerId)).toEqual([null]);
  const remove = (who: Member) => withWorkspace(who.ctx, (tx) => deleteCanned(who.ctx, tx, keeperOf(who), mine.id));
  await expect(remove(boss)).rejects.toMatchObject({ code: 'not_found' });
  expect([await remove(ana), await remove(ana)]).toEqual([true, false]);
});

test('a reply of another department is not offered', async () => {
  const elsewhere = { ...ana, sees: [base.ids.uuid()] };
  const all = await canned(boss, { shortcut: 'todos' }, true);
  const shown = await lab.within((tx) => listCanned(lab.ctx, tx, keeperOf(elsewhere), {}));
  expect(shown.map((one) => one.id)).toContain(all.id);
  await expect(canned(boss, { departmentIds: [base.ids.uuid()] }, true)).rejects.toMatchObject({ code: 'not_found' });
});
