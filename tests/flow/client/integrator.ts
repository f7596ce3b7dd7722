import { ApiProblem, createClient } from '@balcao/client';

declare const process: { argv: string[]; stdout: { write(text: string): void } };

const [, , baseUrl = '', apiKey = '', conversationId = ''] = process.argv;
const balcao = createClient({ baseUrl, apiKey, language: 'es' });

const { items } = await balcao.call('inbox.list', { view: 'all' });
const firstName: string | null | undefined = items[0]?.contact.name;

let pages = 0;
for await (const page of balcao.pages('messages.list', { conversationId, limit: 1 })) pages += page.messages.length;

const content = { kind: 'text', text: 'Seu pedido saiu.' } as const;
const once = { idempotencyKey: 'order-4711' };
const sent = await balcao.call('messages.send', { conversationId, content }, once);
const again = await balcao.call('messages.send', { conversationId, content }, once);

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const bytes = Uint8Array.from(atob(png), (one) => one.charCodeAt(0));
const { media } = await balcao.upload('media.upload', { fileName: 'ponto.png' }, bytes, { type: 'image/png' });

const problemOf = (asking: Promise<unknown>) =>
  asking.then(
    () => undefined,
    (error: unknown) => (error instanceof ApiProblem ? error : undefined),
  );
const problem = await problemOf(balcao.call('contacts.get', { id: 'no id' }));
const stranger = createClient({ baseUrl, apiKey: 'bk_nobody' });
const refused = await problemOf(stranger.call('inbox.counts', {}));

process.stdout.write(
  JSON.stringify({
    tickets: items.length > 0 && firstName !== undefined,
    pages: pages > 1,
    sentOnce: sent.messageId === again.messageId,
    status: sent.status,
    upload: { kind: media.kind, state: media.state, mime: media.mime },
    problem: problem && {
      code: problem.code,
      status: problem.status,
      message: problem.message,
      fields: Object.keys(problem.fields),
    },
    refused: refused?.code,
  }),
);
