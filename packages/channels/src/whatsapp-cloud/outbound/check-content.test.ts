import { Fault } from '@balcao/kernel';
import { expect, test } from 'vitest';
import type { OutboundContent } from '../../port/index.ts';
import { checkContent } from './check-content.ts';
import { samples } from './samples.ts';

const x = (n: number) => 'x'.repeat(n);
const buttons = (...list: { id: string; title: string }[]): OutboundContent => ({
  kind: 'buttons',
  text: 'a',
  buttons: list,
});
const row = (id: string, more: object = {}) => ({ id, title: 'a', ...more });
const list = (...sections: { title?: string; rows: ReturnType<typeof row>[] }[]): OutboundContent => ({
  kind: 'list',
  text: 'a',
  button: 'b',
  sections,
});
const rows = (n: number) => Array.from({ length: n }, (_, i) => row(`r${i}`));
const cta = (more: object): OutboundContent => ({
  kind: 'cta_url',
  text: 'a',
  button: 'b',
  url: 'https://a.b',
  ...more,
});
const template = (more: object): OutboundContent => ({ kind: 'template', name: 'n', language: 'pt_BR', ...more });
const card = { name: { formatted: 'a', first: 'a' } };

test.each(Object.entries(samples))('%s may be sent', (_, content) => {
  expect(() => checkContent(content)).not.toThrow();
});

/** field, limit, the longest that fits, one more. */
const bounds: [string, number, OutboundContent, OutboundContent][] = [
  ['text', 4096, { kind: 'text', text: x(4096) }, { kind: 'text', text: x(4097) }],
  [
    'media.caption',
    1024,
    { kind: 'media', media: 'image', source: { id: '1' }, caption: x(1024) },
    { kind: 'media', media: 'image', source: { id: '1' }, caption: x(1025) },
  ],
  [
    'text',
    1024,
    { ...buttons(row('a')), text: x(1024) } as OutboundContent,
    { ...buttons(row('a')), text: x(1025) } as OutboundContent,
  ],
  [
    'text',
    4096,
    { ...list({ rows: rows(1) }), text: x(4096) } as OutboundContent,
    { ...list({ rows: rows(1) }), text: x(4097) } as OutboundContent,
  ],
  ['footer', 60, cta({ footer: x(60) }), cta({ footer: x(61) })],
  ['header', 60, cta({ header: { kind: 'text', text: x(60) } }), cta({ header: { kind: 'text', text: x(61) } })],
  [
    'buttons',
    3,
    buttons({ id: '1', title: '1' }, { id: '2', title: '2' }, { id: '3', title: '3' }),
    buttons(...'1234'.split('').map((n) => ({ id: n, title: n }))),
  ],
  ['buttons[0].title', 20, buttons({ id: '1', title: x(20) }), buttons({ id: '1', title: x(21) })],
  ['buttons[0].id', 256, buttons({ id: x(256), title: 'a' }), buttons({ id: x(257), title: 'a' })],
  [
    'button',
    20,
    { ...list({ rows: rows(1) }), button: x(20) } as OutboundContent,
    { ...list({ rows: rows(1) }), button: x(21) } as OutboundContent,
  ],
  ['rows', 10, list({ rows: rows(10) }), list({ rows: rows(11) })],
  [
    'sections',
    10,
    list(...rows(10).map((r) => ({ title: r.id, rows: [r] }))),
    list(...rows(11).map((r) => ({ title: r.id, rows: [r] }))),
  ],
  [
    'sections[0].rows[0].title',
    24,
    list({ rows: [row('a', { title: x(24) })] }),
    list({ rows: [row('a', { title: x(25) })] }),
  ],
  [
    'sections[0].rows[0].description',
    72,
    list({ rows: [row('a', { description: x(72) })] }),
    list({ rows: [row('a', { description: x(73) })] }),
  ],
  ['sections[0].rows[0].id', 200, list({ rows: [row(x(200))] }), list({ rows: [row(x(201))] })],
  ['sections[0].title', 24, list({ title: x(24), rows: rows(1) }), list({ title: x(25), rows: rows(1) })],
  ['button', 20, cta({ button: x(20) }), cta({ button: x(21) })],
  [
    'buttons[0].code',
    20,
    template({ buttons: [{ kind: 'copy_code', index: 0, code: x(20) }] }),
    template({ buttons: [{ kind: 'copy_code', index: 0, code: x(21) }] }),
  ],
  [
    'buttons',
    10,
    template({ buttons: rows(10).map((_, index) => ({ kind: 'url', index, text: 'a' })) }),
    template({ buttons: rows(11).map((_, index) => ({ kind: 'url', index, text: 'a' })) }),
  ],
  [
    'contacts',
    257,
    { kind: 'contacts', contacts: Array.from({ length: 257 }, () => card) },
    { kind: 'contacts', contacts: Array.from({ length: 258 }, () => card) },
  ],
];
test.each(bounds)('%s: %i fit, one more is over_limit and says so', (field, limit, fits, over) => {
  expect(() => checkContent(fits)).not.toThrow();
  const fault = faultOf(over);
  expect(fault).toMatchObject({ code: 'over_limit', data: { field, limit } });
  expect(fault.message).toContain(field);
  expect(fault.message).toContain(String(limit));
});

test.each<[string, OutboundContent]>([
  ['text', { kind: 'text', text: ' \n ' }],
  ['text', { ...buttons(row('a')), text: '' } as OutboundContent],
  ['buttons', buttons()],
  ['buttons', buttons({ id: 'a', title: '1' }, { id: 'a', title: '2' })],
  ['buttons', buttons({ id: 'a', title: '1' }, { id: 'b', title: '1' })],
  ['rows', list({ rows: [row('a'), row('a')] })],
  ['sections[0].title', list({ rows: [row('a')] }, { title: 'b', rows: [row('b')] })],
  ['url', cta({ url: 'javascript:alert(1)' })],
  ['url', cta({ url: 'https://' })],
  ['media.link', { kind: 'media', media: 'image', source: { link: 'file:///etc/passwd' } }],
  ['media.caption', { kind: 'media', media: 'sticker', source: { id: '1' }, caption: 'x' }],
  ['latitude', { kind: 'location', latitude: 91, longitude: 0 }],
  ['latitude', { kind: 'location', latitude: Number.NaN, longitude: 0 }],
  ['longitude', { kind: 'location', latitude: 0, longitude: -181 }],
  ['language', template({ language: 'português' })],
  ['body[0]', template({ body: [{ kind: 'text', text: '' }] })],
  ['body[0]', template({ body: [{ kind: 'currency', currency: 'BRL', cents: 0.5, fallback: 'x' }] })],
  ['buttons[0].index', template({ buttons: [{ kind: 'url', index: 10, text: 'a' }] })],
  ['contacts[0].name', { kind: 'contacts', contacts: [{ name: { formatted: 'a' } }] }],
])('%s: what makes no sense is refused by its name', (field, content) => {
  expect(faultOf(content)).toMatchObject({ code: 'invalid_input', data: { field } });
});

test('what a person wrote never gets into the fault', () => {
  const fault = faultOf({ kind: 'text', text: 'segredo'.repeat(1000) });
  expect(JSON.stringify([fault.message, fault.data])).not.toContain('segredo');
});

function faultOf(content: OutboundContent): Fault {
  try {
    checkContent(content);
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error('it was not refused');
}
