import { expect, test } from 'vitest';
import { type BotTool, draftOf, identifier, newDraft, readBody, toSave } from './tool-draft.ts';

const http: BotTool = {
  id: '0190a000-0000-7000-8000-000000000001',
  name: 'segunda_via',
  description: 'Gera a segunda via',
  enabled: true,
  effect: 'reads',
  confirm: false,
  updatedAt: '2026-11-21T08:00:00.000Z',
  does: {
    kind: 'http',
    settings: {
      method: 'POST',
      url: 'https://erp.test/boletos',
      body: { cpf: '{{contact.fields.cpf}}' },
      timeoutMs: 5000,
      result: { linha: 'data.line' },
      owner: 'data.phone',
      say: null,
      headers: [{ name: 'authorization' }],
      parameters: [],
      effect: 'reads',
    },
  },
};

test('a tool that is opened and saved as it is stays as it was, its sealed headers too', () => {
  const saved = toSave(draftOf(http));
  expect(saved.does).toEqual({
    kind: 'http',
    settings: { ...http.does.settings, headers: [{ name: 'authorization' }] },
  });
  expect(saved.id).toBe(http.id);
});

test('a new value of a header is sent, an empty row is not', () => {
  const draft = draftOf(http);
  const headers = [
    { name: 'authorization', value: 'Bearer 1', kept: true },
    { name: ' ', value: 'x', kept: false },
  ];
  const { does } = toSave({ ...draft, call: { ...draft.call, headers } });
  expect(does.kind === 'http' && does.settings.headers).toEqual([{ name: 'authorization', value: 'Bearer 1' }]);
});

test('each kind saves what is its own and nothing else', () => {
  for (const kind of ['opening_hours', 'open_ticket', 'update_ticket', 'book', 'send_document'] as const)
    expect(Object.keys(toSave(newDraft(kind, 'x')).does.settings)).not.toContain('url');
});

test('a body is an object, nothing, or not yet readable', () => {
  expect(readBody(' ')).toBeNull();
  expect(readBody('{"a":1}')).toEqual({ a: 1 });
  expect(readBody('{"a":')).toBeUndefined();
  expect(readBody('[1]')).toBeUndefined();
});

test('what somebody types as a name becomes one that a program takes', () => {
  expect(identifier('2ª via do Boleto!')).toBe('via_do_boleto');
  expect(identifier('Situação')).toBe('situacao');
});
