import { Fault } from '@balcao/kernel';

const shape = /^(\d{1,20})-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const NOTHING = '00000000-0000-0000-0000-000000000000';
const LARGEST_XID = 2n ** 64n - 1n;

export const cursorOf = (xid: string, id: string): string => `${xid}-${id}`;

/** Right before everything that a transaction of this number or a later one writes. */
export const cursorBefore = (xid: string): string => cursorOf(xid, NOTHING);

/** No cursor means the beginning. */
export function parseCursor(cursor: string | undefined): { xid: string; id: string } {
  if (cursor === undefined || cursor === '') return { xid: '0', id: NOTHING };
  const found = shape.exec(cursor);
  if (found === null || BigInt(found[1] as string) > LARGEST_XID)
    throw new Fault('invalid_input', 'the cursor is not one that the ledger gave');
  return { xid: found[1] as string, id: found[2] as string }; // both groups are there when the shape matches
}

/** Negative when `a` is before `b`. Both as the ledger gave them. */
export function compareCursors(a: string, b: string): number {
  if (a === b) return 0;
  const [one, other] = [parseCursor(a), parseCursor(b)];
  const [x, y] = [BigInt(one.xid), BigInt(other.xid)];
  if (x !== y) return x < y ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}
