import { accessActions } from '@balcao/contract';
import { type AccessFilter, accessCsv, type ListedAccess, listAccess } from '@balcao/core/access';
import { time } from '../present.ts';
import type { Verbs } from '../verb.ts';

const MOST_IN_A_FILE = 20_000;

interface Asked extends Omit<AccessFilter, 'from' | 'until' | 'limit'> {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

const filterOf = ({ from, until, ...rest }: Asked, limit: number): AccessFilter => ({
  ...rest,
  limit,
  from: from === undefined ? undefined : new Date(from),
  until: until === undefined ? undefined : new Date(until),
});

const nextOf = (rows: readonly ListedAccess[], limit: number): string | null =>
  rows.length < limit ? null : (rows.at(-1)?.id ?? null);

export const accessLogVerbs: Pick<Verbs, 'access-log.list' | 'access-log.export'> = {
  'access-log.list': async ({ ctx }, tx, { limit, ...asked }) => {
    const rows = await listAccess(tx, ctx, filterOf(asked, limit));
    const entries = rows.flatMap(({ action: text, ...row }) => {
      const action = accessActions.find((one) => one === text);
      return action === undefined ? [] : [{ ...row, action, at: time(row.at) }];
    });
    return { entries, next: nextOf(rows, limit) };
  },
  'access-log.export': async ({ ctx }, tx, asked) => {
    const rows = await listAccess(tx, ctx, filterOf(asked, MOST_IN_A_FILE));
    const fileName = `access-log-${time(ctx.clock.now()).slice(0, 10)}.csv`;
    return { fileName, csv: accessCsv(rows), entries: rows.length, next: nextOf(rows, MOST_IN_A_FILE) };
  },
};
