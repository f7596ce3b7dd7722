import { loadMetaContract, metaContractSkipped } from '@balcao/testkit';
import { expect, test } from 'vitest';
import type { JsonObject } from '../model.ts';
import { number, startTrial, type Trial, text } from '../trial/start-trial.ts';

const contract = loadMetaContract();
const skipped = metaContractSkipped ?? 'present';
const to = '5511987654321';
const object = '/{Version}/{Phone-Number-ID}';
const account = '/{Version}/{WABA-ID}';

function assertFits(method: 'get' | 'post' | 'delete', path: string, status: number, body: unknown): void {
  expect({ path, problems: contract?.answer(method, path, status)(body) }).toEqual({ path, problems: [] });
}

async function fetchJson(
  trial: Trial,
  path: string,
  init: Parameters<Trial['graph']>[1] = {},
): Promise<{ status: number; body: unknown }> {
  const answer = await trial.graph(path, init);
  return { status: answer.status, body: await answer.json() };
}

const sends: JsonObject[] = [
  text('Olá'),
  { to, type: 'image', image: { link: 'http://127.0.0.1:1/a.png' } },
  { to, type: 'location', location: { latitude: '-23.5', longitude: '-46.6' } },
  { to, type: 'contacts', contacts: [{ name: { formatted_name: 'Ana', first_name: 'Ana' } }] },
  { to, type: 'reaction', reaction: { message_id: 'wamid.x', emoji: '👍' } },
  { to, type: 'template', template: { name: 'hello_world', language: { code: 'en_US' } } },
  {
    to,
    type: 'interactive',
    interactive: {
      type: 'cta_url',
      body: { text: 'x' },
      action: { name: 'cta_url', parameters: { display_text: 'Ver', url: 'https://x.invalid' } },
    },
  },
];

test.skipIf(contract === undefined)(
  `every accepted send is answered as Meta's contract says (${skipped})`,
  async () => {
    await using trial = await startTrial();
    for (const body of sends) {
      const answer = await trial.send(body);
      expect(answer.status).toBe(200);
      assertFits('post', `${object}/messages`, 200, answer.body);
    }
    const said = trial.simulator.write(number.phoneNumberId, trial.maria.id, { kind: 'text', body: 'Oi' });
    assertFits('post', `${object}/messages`, 200, (await trial.send({ status: 'read', message_id: said.id })).body);
  },
);

test.skipIf(contract === undefined)(
  `numbers, accounts, templates, media and subscriptions fit the contract (${skipped})`,
  async () => {
    await using trial = await startTrial();
    const { phoneNumberId, wabaId } = number;
    const get = async (path: string, of: string) => assertFits('get', of, 200, (await fetchJson(trial, path)).body);
    await get(`/${phoneNumberId}`, object);
    await get(`/${phoneNumberId}?fields=name_status,quality_rating,throughput,status`, object);
    await get(`/${wabaId}`, account);
    await get(`/${wabaId}?fields=currency,country`, account);
    await get(`/${wabaId}/phone_numbers`, `${account}/phone_numbers`);
    await get(`/${wabaId}/phone_numbers?fields=username&limit=1`, `${account}/phone_numbers`);
    await get(`/${wabaId}/subscribed_apps`, `${account}/subscribed_apps`);
    await get(`/${wabaId}/message_templates?limit=1`, `${account}/message_templates`);

    const template = {
      name: 'novo',
      language: 'pt_BR',
      category: 'UTILITY',
      components: [{ type: 'BODY', text: 'Olá!' }],
    };
    const created = await fetchJson(trial, `/${wabaId}/message_templates`, { method: 'POST', json: template });
    assertFits('post', `${account}/message_templates`, 200, created.body);
    await get(`/${(created.body as { id: string }).id}`, '/{Version}/{TEMPLATE_ID}');
    const gone = await fetchJson(trial, `/${wabaId}/message_templates?name=novo`, { method: 'DELETE' });
    assertFits('delete', `${account}/message_templates`, 200, gone.body);

    const media = trial.simulator.keepMedia({ phoneNumberId, bytes: Buffer.from('x'), mimeType: 'image/png' });
    await get(`/${media.id}`, '/{Version}/{Media-ID}');
    assertFits(
      'delete',
      '/{Version}/{Media-ID}',
      200,
      (await fetchJson(trial, `/${media.id}`, { method: 'DELETE' })).body,
    );
    const subscribed = await fetchJson(trial, `/${wabaId}/subscribed_apps`, { method: 'POST', json: {} });
    assertFits('post', `${account}/subscribed_apps`, 200, subscribed.body);
    assertFits(
      'delete',
      `${account}/subscribed_apps`,
      200,
      (await fetchJson(trial, `/${wabaId}/subscribed_apps`, { method: 'DELETE' })).body,
    );
    const registered = await fetchJson(trial, `/${phoneNumberId}/register`, {
      method: 'POST',
      json: { messaging_product: 'whatsapp', pin: '123456' },
    });
    assertFits('post', `${object}/register`, 200, registered.body);
    assertFits(
      'post',
      `${object}/deregister`,
      200,
      (await fetchJson(trial, `/${phoneNumberId}/deregister`, { method: 'POST', json: {} })).body,
    );
  },
);

test.skipIf(contract === undefined)(`every error has the shape of the contract (${skipped})`, async () => {
  await using trial = await startTrial();
  const bodies: unknown[] = [
    (await trial.send(text('x'.repeat(5000)))).body,
    (await trial.send({ to, type: 'template', template: { name: 'nada', language: { code: 'pt_BR' } } })).body,
    (await fetchJson(trial, '/123456')).body,
    (await fetchJson(trial, `/${number.phoneNumberId}`, { token: 'wrong' })).body,
    (
      await fetchJson(trial, `/${number.phoneNumberId}/messages`, {
        method: 'POST',
        body: '{',
        headers: { 'content-type': 'application/json' },
      })
    ).body,
  ];
  for (const code of [2, 4, 190, 80007, 130429, 131000, 131048, 131056, 133010, 999]) {
    trial.simulator.inject({ kind: 'error', code, times: 1 });
    bodies.push((await trial.send(text('x'))).body);
  }
  for (const body of bodies) {
    expect(body).toHaveProperty('error.fbtrace_id');
    expect(contract?.schema('GraphAPIError')(body)).toEqual([]);
  }
});

test('templates are listed by pages without a gap', async () => {
  await using trial = await startTrial();
  const names: string[] = [];
  let path: string | undefined = `/${number.wabaId}/message_templates?limit=2`;
  while (path !== undefined) {
    const { body } = await fetchJson(trial, path);
    const page = body as { data: { name: string }[]; paging?: { next?: string } };
    names.push(...page.data.map((template) => template.name));
    path = page.paging?.next;
  }
  expect(names).toEqual(['hello_world', 'pedido_confirmado', 'retomar_atendimento']);
});

test('a token tells what it is for, and a template is reviewed with an event', async () => {
  await using trial = await startTrial();
  const { body } = await fetchJson(trial, `/debug_token?input_token=${number.accessToken}`);
  expect(body).toMatchObject({
    data: { is_valid: true, scopes: expect.arrayContaining(['whatsapp_business_messaging']) },
  });
  expect((await fetchJson(trial, '/debug_token?input_token=x')).body).toMatchObject({ data: { is_valid: false } });
  const template = {
    name: 'novo',
    language: 'pt_BR',
    category: 'UTILITY',
    components: [{ type: 'BODY', text: 'Olá, {{1}}' }],
  };
  const refused = await fetchJson(trial, `/${number.wabaId}/message_templates`, { method: 'POST', json: template });
  expect(refused.body).toMatchObject({ error: { code: 100, error_subcode: 2388299 } });
  const json = { ...template, components: [{ type: 'BODY', text: 'Olá, {{1}}!' }] };
  expect((await fetchJson(trial, `/${number.wabaId}/message_templates`, { method: 'POST', json })).body).toMatchObject({
    status: 'PENDING',
  });
  await expect.poll(() => trial.receiver.received.length).toBe(1);
  expect(trial.receiver.received[0]?.raw.toString()).toContain('"event":"APPROVED"');
});
