import { type DbCtx, inWorkspace, type WorkspaceCtx, withWorkspace } from '@balcao/db';
import type { Ctx } from '@balcao/kernel';
import { testCtx } from '@balcao/testkit';
import { afterAll } from 'vitest';
import { type InboundMedia, openStorage, registerInbound, type Storage } from '../index.ts';
import { type ProviderDouble, providerDouble } from './provider-double.ts';

export interface MediaLab {
  readonly ctx: WorkspaceCtx;
  readonly storage: Storage;
  readonly provider: ProviderDouble;
  /** Another workspace of the same house. */
  newWorkspace(): Promise<WorkspaceCtx>;
  /** Registers one file as a message would; returns its id. */
  register(file?: Partial<InboundMedia>, ctx?: WorkspaceCtx): Promise<string>;
  /** The same context at another time. */
  at(date: Date): WorkspaceCtx;
}

/** A workspace with a storage of its own and a provider that serves over the network. */
export async function mediaLab(overrides: Partial<DbCtx> = {}): Promise<MediaLab> {
  const base = await testCtx(overrides);
  const provider = await providerDouble();
  afterAll(() => provider.close());
  let workspaces = 0;

  async function newWorkspace(): Promise<WorkspaceCtx> {
    const ctx = inWorkspace(base, base.ids.uuid());
    const insert = `insert into workspaces (id, slug, name) values ($1, $2, 'Loja')`;
    await base.db.login.query(insert, [ctx.workspaceId, `loja-${++workspaces}`]);
    return ctx;
  }

  const ctx = await newWorkspace();
  return {
    ctx,
    provider,
    storage: await openStorage(base),
    newWorkspace,
    async register(file = {}, inside = ctx) {
      const id = base.ids.uuid();
      const whole = { id, channelId: base.ids.uuid(), providerMediaId: id, kind: 'image', ...file };
      await withWorkspace(inside, (tx) => registerInbound(tx, inside, [whole]));
      return whole.id;
    },
    at: (date) => ({ ...ctx, clock: movedClock(ctx, date) }),
  };
}

const movedClock = (ctx: Ctx, date: Date) => ({ ...ctx.clock, now: () => date });
