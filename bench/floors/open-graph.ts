import { Agent, request as httpRequest } from 'node:http';
import type { FloorOptions } from './read-floor-options.ts';

export interface Row {
  readonly id: string;
  readonly sender: string;
  readonly body: string;
}

/** Sends a text through the Graph API over kept connections; resolves with the provider's id. */
export function openGraph({ graph, phoneNumberId, token }: FloorOptions): (row: Row) => Promise<string> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const url = new URL(`${graph}/${phoneNumberId}/messages`);
  const fixed = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return ({ id, sender, body }) => {
    const send = {
      messaging_product: 'whatsapp',
      to: sender,
      type: 'text',
      text: { body },
      biz_opaque_callback_data: id,
    };
    const text = JSON.stringify(send);
    const headers = { ...fixed, 'content-length': Buffer.byteLength(text) };
    return new Promise((resolve, reject) => {
      const request = httpRequest(url, { agent, method: 'POST', headers }, (response) => {
        let answer = '';
        response.on('data', (chunk: Buffer) => {
          answer += chunk;
        });
        response.on('end', () =>
          response.statusCode === 200 ? resolve(JSON.parse(answer).messages[0].id) : reject(new Error(answer)),
        );
      });
      request.on('error', reject).end(text);
    });
  };
}
