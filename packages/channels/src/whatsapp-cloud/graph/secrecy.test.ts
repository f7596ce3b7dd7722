import { inspect } from 'node:util';
import { afterEach, expect, test } from 'vitest';
import { createWhatsAppCloud } from '../create-whatsapp-cloud.ts';
import { answer, credentials, graphError, inTurn, type Reply, startGraphDouble } from './graph-double.ts';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** A Graph API that quotes the token wherever it can. */
const quoting =
  (status: number): Reply =>
  (response, heard, request) => {
    const told = String(heard.headers.authorization);
    const more = { message: `Malformed access token ${told}`, error_data: { details: told }, fbtrace_id: told };
    graphError(status, 190, more, { 'x-echo': told })(response, heard, request);
  };
/** So long a preamble that the place where details are cut falls into the token. */
const quotingAtTheCut: Reply = (response, heard, request) => {
  const message = `${'x'.repeat(285)} ${credentials.accessToken}`;
  graphError(400, 100, { message, error_data: { details: message } })(response, heard, request);
};
const hangUp: Reply = (_, __, request) => request.socket.destroy();
const media: Reply = (response, heard, request) =>
  answer(200, { url: `http://${heard.headers.host}/file?t=${credentials.accessToken}`, file_size: 5 })(
    response,
    heard,
    request,
  );

type Cloud = ReturnType<typeof createWhatsAppCloud>;
const request = { to: { waId: '5521998765432' }, content: { kind: 'text', text: 'oi' } as const, tag: 't' };
const send = (cloud: Cloud) => cloud.send(credentials, request);
const calls: ((cloud: Cloud) => Promise<unknown>)[] = [
  (cloud) => cloud.readNumber(credentials),
  (cloud) => cloud.markRead(credentials, { providerId: 'w' }),
  (cloud) => cloud.uploadMedia(credentials, { bytes: Buffer.from('x'), mime: 'a/b', fileName: 'x' }),
  // Enough of them to open the breaker, so that its log lines are read too.
  ...Array.from({ length: 12 }, () => send),
];
const download = (cloud: Cloud) => cloud.download(credentials, '9', { maxBytes: 1_000 });

test.each<[string, Reply, typeof calls]>([
  ['quotes it in a refusal', quoting(401), [...calls, download]],
  ['quotes it in a failure', quoting(500), [...calls, download]],
  ['quotes it where details are cut', quotingAtTheCut, [...calls, download]],
  ['quotes it in a page', (r, heard, q) => answer(400, String(heard.headers.authorization))(r, heard, q), calls],
  ['hangs up', hangUp, [...calls, download]],
  ['never answers', () => undefined, [send]],
  ['puts it into a media address and hangs up', inTurn(media, hangUp), [download]],
  ['puts it into a media address that is gone', inTurn(media, answer(404, '')), [download]],
])('the access token is in no outcome, fault, cause or log line when the Graph API %s', async (_, reply, attempts) => {
  const double = await startGraphDouble(reply);
  stops.push(double.stop);
  const cloud = createWhatsAppCloud(double.ctx, { sendTimeoutMs: 100 });
  const everything: unknown[] = [double.logged];
  for (const attempt of attempts) everything.push(await attempt(cloud).catch((error: unknown) => error));
  expect(double.heard.length).toBeGreaterThan(0);
  const written = inspect(everything, { depth: null, showHidden: true, maxStringLength: null });
  expect(written).not.toContain(credentials.accessToken);
  expect(written).not.toContain('EAAGsecret');
});
