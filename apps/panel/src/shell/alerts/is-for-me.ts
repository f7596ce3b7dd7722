import type { DeskEvent } from '@balcao/contract';

/** A bell changed: is it mine? The event names whose it is. */
export function isForMe(event: DeskEvent, memberId: string): boolean {
  if (!event.type.startsWith('notification.') || !('data' in event.data)) return false;
  const { memberIds } = event.data.data;
  return Array.isArray(memberIds) && memberIds.includes(memberId);
}
