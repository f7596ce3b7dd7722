import type { DbCtx, WorkspaceCtx } from '@balcao/db';
import { Secret } from '@balcao/kernel';
import { testConfig, testCtx, testMember, testSession, testWorkspace } from '@balcao/testkit';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { forgotPasswordHandler, sendMailHandler } from '../../../people/index.ts';
import { type Api, openApi } from './testing/open-api.ts';

let ctx: DbCtx;
let api: Api;
let shop: WorkspaceCtx;
const letters: string[] = [];
let refusing = false;

beforeAll(async () => {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onMailFrom: (_from, _session, done) => done(refusing ? new Error('450 later') : null),
    onData(stream, _session, done) {
      let text = '';
      stream.on('data', (chunk) => (text += chunk));
      stream.on('end', () => {
        letters.push(text.replace(/=\r\n/g, '').replaceAll('=3D', '='));
        done();
      });
    },
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  afterAll(() => new Promise<void>((done) => server.close(() => done())));
  const { port } = server.server.address() as { port: number }; // it listens on TCP
  const mail = { smtpUrl: new Secret(`smtp://127.0.0.1:${port}`), from: 'Balcão <balcao@exemplo.com>' };
  ctx = await testCtx({ config: { ...testConfig(), mail } });
  api = await openApi(ctx);
  shop = await testWorkspace(ctx);
});

/** As a worker does: the payload of each job of this name, and the job is gone. */
async function runJobs(
  name: string,
  handler: (ctx: DbCtx, payload: { sealed: string }) => Promise<void>,
): Promise<number> {
  const { rows } = await ctx.db.login.query<{ id: string; payload: { sealed: string } }>(
    'select id, payload from jobs where name = $1 order by seq',
    [name],
  );
  for (const { id, payload } of rows) {
    await handler(ctx, payload);
    await ctx.db.login.query('delete from jobs where id = $1', [id]);
  }
  return rows.length;
}

const linkIn = (letter: string | undefined) => /https?:\/\/\S+\/([\w-]{43})/.exec(letter ?? '')?.[1] ?? '';

test('an invitation goes by mail, sealed while it waits, and is tried again when the mail server is away', async () => {
  const owner = await testMember(shop, 'owner', { name: 'Dona Rosa' });
  const boss = api.as((await testSession(ctx, owner)).cookie, shop.workspaceId);
  expect((await api.read('session.providers')).body['mail']).toBe(true);
  const invited = await boss.write('people.invite', { email: 'nova@exemplo.com', role: 'attendant' });
  expect(invited.body['url']).toBeNull();
  const { rows } = await ctx.db.login.query(`select payload::text from jobs where name = 'access.send-mail'`);
  expect(JSON.stringify(rows)).not.toMatch(/nova@|http/);
  refusing = true;
  await expect(runJobs('access.send-mail', sendMailHandler)).rejects.toThrow();
  refusing = false;
  expect(await runJobs('access.send-mail', sendMailHandler)).toBe(1);
  const letter = letters.at(-1);
  expect(letter).toMatch(/To: nova@exemplo\.com/);
  expect((await api.read('invitations.show', { token: linkIn(letter) })).body).toMatchObject({
    email: 'nova@exemplo.com',
  });
});

test('a forgotten password is answered alike for a stranger, and mended by a link that only the mail has', async () => {
  const person = await testMember(shop, 'attendant');
  const asked = [person.email.toUpperCase(), 'ninguem@exemplo.com'].map((email) =>
    api.write('session.forgot-password', { email }),
  );
  const answers = await Promise.all(asked);
  expect(answers.map(({ status, body }) => ({ status, body }))).toEqual([
    { status: 200, body: { done: true } },
    { status: 200, body: { done: true } },
  ]);
  const before = letters.length;
  expect(await runJobs('access.forgot-password', forgotPasswordHandler)).toBe(2);
  expect(letters.length).toBe(before + 1);
  const token = linkIn(letters.at(-1));
  expect((await api.write('session.reset-password', { token, password: 'Pé-de-moleque-5' })).body).toEqual({
    done: true,
  });
  expect((await api.write('session.sign-in', { email: person.email, password: 'Pé-de-moleque-5' })).status).toBe(200);
});

test('somebody who asks without end gets a few mails, not one for each', async () => {
  const person = await testMember(shop, 'attendant');
  for (let n = 0; n < 6; n++) await api.write('session.forgot-password', { email: person.email });
  const before = letters.length;
  await runJobs('access.forgot-password', forgotPasswordHandler);
  expect(letters.length - before).toBe(3);
});
