import type { Attachment } from './attachment.ts';

/** Files chosen and not sent, by conversation: going to another talk and back loses none. They live as long as the page. */
const shelf = new Map<string, readonly Attachment[]>();

export const attachmentsOf = (conversationId: string): readonly Attachment[] => shelf.get(conversationId) ?? [];

export function keepAttachments(conversationId: string, attachments: readonly Attachment[]): void {
  if (attachments.length === 0) shelf.delete(conversationId);
  else shelf.set(conversationId, attachments);
}
