import type { Db } from '@balcao/db';

type Hear = (workspaceId: string) => void;
const hearers = new WeakMap<Db, Set<Hear>>();

/** `hear` is told after each commit of this process that recorded something: a hint only, others write too. Returns the way to stop. */
export function onRecorded(db: Db, hear: Hear): () => void {
  const known = hearers.get(db) ?? new Set<Hear>();
  hearers.set(db, known.add(hear));
  return () => void known.delete(hear);
}

export const hasHearers = (db: Db): boolean => (hearers.get(db)?.size ?? 0) > 0;

export function tellRecorded(db: Db, workspaceId: string): void {
  for (const hear of hearers.get(db) ?? []) hear(workspaceId);
}
