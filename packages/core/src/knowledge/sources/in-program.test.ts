import { prepareProgram } from '@balcao/testkit';
import { afterAll, expect, test } from 'vitest';
import { pdfOf } from '../testing/sample-documents.ts';

const program = await prepareProgram();
afterAll(() => program.remove());

test('a PDF sent to the running program is read by its worker and found', async () => {
  await program.start();
  const { id } = await program.cli<{ id: string }>('workspace', 'create', '--name', 'Loja');
  const { key } = await program.cli<{ key: string }>(...['apikey', 'create', '--workspace', id, '--scopes', '*']);
  const headers = { authorization: `Bearer ${key}` };
  const api = `${program.url}/api/v1`;
  const bytes = pdfOf([['A garantia estendida da cafeteira custa R$ 39,90 e vale por 24 meses.']]);
  const sent = await fetch(`${api}/knowledge.import-document?fileName=garantia.pdf`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/pdf' },
    body: new Uint8Array(bytes),
  });
  expect(sent.status).toBe(200);
  const ask = async (path: string) =>
    (await (await fetch(`${api}/${path}`, { headers })).json()) as Record<string, unknown>;
  await expect
    .poll(async () => await ask('knowledge.sources'), { timeout: 15_000, interval: 200 })
    .toMatchObject({ sources: [{ state: 'ready', progress: 100, problem: null, chunks: 1 }] });
  const found = await ask(`knowledge.search?${new URLSearchParams({ question: 'qto custa a garantia da cafetera' })}`);
  expect(found).toMatchObject({ passages: [{ kind: 'document', text: expect.stringContaining('39,90') }] });
}, 60_000);
