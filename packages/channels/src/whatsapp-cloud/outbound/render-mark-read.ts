import type { Rendered } from './rendered.ts';

/** Read, and with `typing` also "typing…", in one call. */
export const renderMarkRead = (providerId: string, typing: boolean): Rendered => ({
  messaging_product: 'whatsapp',
  status: 'read',
  message_id: providerId,
  typing_indicator: typing ? { type: 'text' } : undefined,
});
