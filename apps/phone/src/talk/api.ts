import type { Customer, Draft, Message, State } from './types.ts';

export interface Api {
  state(): Promise<State>;
  eventsUrl(cursor: string): string;
  mediaUrl(id: string): string;
  write(numberId: string, customerId: string, draft: Draft): Promise<Message>;
  writeFromApp(numberId: string, customerId: string, draft: Draft): Promise<Message>;
  read(numberId: string, customerId: string): Promise<unknown>;
  played(messageId: string): Promise<unknown>;
  upload(numberId: string, file: Blob, filename: string): Promise<{ id: string }>;
  addCustomer(customer: { name: string; phone?: string; username?: string }): Promise<Customer>;
  changeNumber(numberId: string, customerId: string, phone: string): Promise<Customer>;
  reset(): Promise<unknown>;
}

async function answerOf<T>(answer: Response): Promise<T> {
  const body: unknown = await answer.json().catch(() => ({}));
  if (answer.ok) return body as T; // the simulator's own types, of the same repository
  throw new Error((body as { error?: string }).error ?? `HTTP ${answer.status}`);
}

export function createApi(base: string): Api {
  const control = `${base}/control`;
  const get = async <T>(path: string): Promise<T> => answerOf<T>(await fetch(`${control}${path}`));
  const post = async <T>(path: string, body: unknown = {}): Promise<T> =>
    answerOf<T>(
      await fetch(`${control}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    );
  const chat = (numberId: string, customerId: string) =>
    `/chats/${encodeURIComponent(numberId)}/${encodeURIComponent(customerId)}`;
  return {
    state: () => get('/state'),
    eventsUrl: (cursor) => `${control}/events?after=${encodeURIComponent(cursor)}`,
    mediaUrl: (id) => `${control}/media/${encodeURIComponent(id)}`,
    write: (numberId, customerId, draft) => post(`${chat(numberId, customerId)}/messages`, draft),
    writeFromApp: (numberId, customerId, draft) => post(`${chat(numberId, customerId)}/echo`, draft),
    read: (numberId, customerId) => post(`${chat(numberId, customerId)}/read`),
    played: (messageId) => post(`/messages/${encodeURIComponent(messageId)}/played`),
    upload: async (numberId, file, filename) => {
      const query = new URLSearchParams({ phoneNumberId: numberId, filename });
      const headers = { 'content-type': file.type || 'application/octet-stream' };
      return answerOf(await fetch(`${control}/media?${query.toString()}`, { method: 'POST', headers, body: file }));
    },
    addCustomer: (customer) => post('/customers', customer),
    changeNumber: (numberId, customerId, phone) => post(`${chat(numberId, customerId)}/change-number`, { phone }),
    reset: () => post('/reset'),
  };
}
