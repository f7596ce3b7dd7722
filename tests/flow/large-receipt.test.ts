import { expect, test } from 'vitest';
import { benchLine, escapeAsMeta, senderPhone, signWebhook } from '../../bench/load/index.ts';
import { listMessages } from './list-messages.ts';
import { startEchoLine } from './start-echo-line.ts';

const PEOPLE = 300;
const filler = 'x'.repeat(2_850);
const at = String(Math.floor(Date.now() / 1_000));

/** A thousand updates in one body of almost 3 MB: messages, statuses, echoes of the phone app, and what nobody knows yet. */
function writeLargeWebhook(): Buffer {
  const person = (n: number) => senderPhone(1_000 + (n % PEOPLE));
  const metadata = { display_phone_number: benchLine.displayPhone, phone_number_id: benchLine.phoneNumberId };
  const value = (more: object) => ({ messaging_product: 'whatsapp', metadata, ...more });
  const text = (n: number) => ({
    id: `wamid.large.${n}`,
    timestamp: at,
    type: 'text',
    text: { body: `${n} ${filler}` },
  });
  const change = (field: string, more: object) => ({ field, value: value(more) });
  const many = <T>(count: number, make: (n: number) => T) => Array.from({ length: count }, (_, n) => make(n));
  const contacts = many(PEOPLE, (n) => ({ profile: { name: `Ana ${n}` }, wa_id: person(n) }));
  const changes = [
    change('messages', { contacts, messages: many(600, (n) => ({ from: person(n), ...text(n) })) }),
    change('messages', {
      statuses: many(200, (n) => ({
        id: `wamid.foreign.${n}`,
        status: 'delivered',
        timestamp: at,
        recipient_id: person(n),
        note: filler,
      })),
    }),
    change('smb_message_echoes', {
      message_echoes: many(100, (n) => ({
        from: benchLine.displayPhone,
        to: senderPhone(2_000 + n),
        ...text(10_000 + n),
      })),
    }),
    ...many(100, (n) => change('something_new', { thing: `${n} ${filler}` })),
  ];
  return Buffer.from(escapeAsMeta({ object: 'whatsapp_business_account', entry: [{ id: benchLine.wabaId, changes }] }));
}

test('a receipt of a thousand updates is stored in one go, while neighbours are served as if it were not there', {
  timeout: 60_000,
}, async () => {
  const line = await startEchoLine('large', { env: { WEBHOOK_RATE_SENDER: '50' } });
  try {
    const { exchange, program } = line;
    const neighbour = async (n: number) => {
      const letter = exchange.writeOne(senderPhone(n));
      const since = performance.now();
      await exchange.post(letter, since);
      await exchange.answered(letter.nonce);
      return performance.now() - since;
    };
    for (let n = 0; n < 30; n++) await neighbour(n);
    const body = writeLargeWebhook();
    expect(body.length).toBeGreaterThan(2.8 * 1024 * 1024);
    let longest = 0;
    let over = false;
    const watching = (async () => {
      while (!over) {
        const since = performance.now();
        // A connection that is closed as this begins says nothing about the loop.
        await fetch(`${program.url}/health/live`).then(
          (answer) => answer.arrayBuffer(),
          () => undefined,
        );
        longest = Math.max(longest, performance.now() - since);
      }
    })();
    const headers = { 'X-Hub-Signature-256': signWebhook(body, benchLine.appSecret) };
    const posted = exchange.door.post(exchange.door.request(body, headers));
    const waits = await Promise.all(Array.from({ length: 20 }, (_, n) => neighbour(100 + n)));
    expect((await posted).status).toBe(200);
    // Half of them within a second and a half even on a machine that runs other tests; none is kept waiting for the receipt's end.
    expect(waits.toSorted((a, b) => a - b)[waits.length / 2]).toBeLessThan(1_500);
    expect(Math.max(...waits)).toBeLessThan(5_000);
    const replies = async () =>
      (await listMessages(program, line.channel)).filter((row) => row.direction === 'out' && row.text.endsWith(filler));
    await expect
      .poll(async () => (await replies()).filter(({ status }) => status === 'accepted').length, { timeout: 20_000 })
      .toBe(600);
    over = true;
    await watching;
    expect(longest).toBeLessThan(1_000);
    const stored = (await listMessages(program, line.channel)).filter(({ providerId }) =>
      providerId?.startsWith('wamid.large.'),
    );
    expect(stored).toHaveLength(700);
  } finally {
    await line.close();
  }
});
