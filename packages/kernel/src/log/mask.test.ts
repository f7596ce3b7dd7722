import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Fault } from '../errors.ts';
import { mask } from './mask.ts';
import { maskDeep } from './mask-deep.ts';

describe('what must not be recorded', () => {
  test.each([
    ['+55 (11) 98765-4321', /98765|4321/],
    ['+5511987654321', /98765|4321/],
    ['5511987654321', /98765|4321/],
    ['55 11 9 8765 4321', /8765|4321/],
    ['(11)98765.4321', /98765|4321/],
    ['011 98765–4321', /98765|4321/],
    ['11/98765/4321', /98765|4321/],
    ['11 98765\u00a04321', /98765|4321/],
    ['11\u200b98765\u200b4321', /98765|4321/],
    ['１１９８７６５４３２１', /８７６５|8765|4321/],
    ['٠١١٩٨٧٦٥٤٣٢١', /٨٧٦٥/],
    ['tel11987654321', /98765|4321/],
    ['id_5511987654321.jpg', /98765|4321/],
    ['%2B5511987654321', /98765|4321/],
    ['3333-4444', /3333|4444/],
    ['+1 (415) 555-0123', /415|555|0123/],
    ['+351 912 345 678', /912|345|678/],
    ['5511987654321@s.whatsapp.net', /98765|4321/],
    ['5511987654321 5511987654322', /98765/],
    ['+55 11 98765 4321 +55 11 98765 4322', /98765|432/],
    ['529.982.247-25', /529|982|247/],
    ['52998224725', /529|982|247/],
    ['11.222.333/0001-81', /222|333|0001/],
    ['12.ABC.345/01DE-35', /ABC|345|01DE/],
    ['12ABC34501DE35', /ABC|345|01DE/],
    ['12abc34501de35', /abc|345|01de/],
    ['99.XYZ.999/ABCD-00', /XYZ|ABCD/],
    ['4111 1111 1111 1111', /1111/],
    ['ana.souza+loja@example.com.br', /ana|souza|example/],
    ['joão@exemplo.com.br', /joão|exemplo/],
    ['mailto:ana%40example.com', /ana|example/],
    ['<ana@example.com>,bia@example.com;caio@example.org', /ana|bia|caio|example/],
    ['EAAGm0PX4ZCpsBAKZCZBabcdefghij', /EAAG/],
    ['Authorization: Bearer abc.def-ghi', /abc|def/],
    ['authorization: basic dXNlcjpwYXNz', /dXNl/],
    ['Bearer\teyJhbGciOiJIUzI1NiJ9', /eyJ/],
    ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl', /eyJ|c2ln/],
    ['secret 0123456789abcdef0123456789abcdef', /0123456789ab/],
    ['sha256=0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF', /ABCDEF/],
    ['key bk_live_abcdef123456', /abcdef123456/],
    ['sk-proj-abcdef123456', /abcdef123456/],
    ['AKIAIOSFODNN7EXAMPLE', /IOSFODNN/],
    [`k1:${Buffer.alloc(32, 'Zq9/').toString('base64')}`, /WnE5/],
    [`cookie ${Buffer.alloc(40, 'aB3xY7').toString('base64url')}`, /YUIz/],
    ['https://x.example/cb?access_token=abc123&x=1', /abc123/],
    ['{"app_secret":"abc123","password": "hunter2"}', /abc123|hunter2/],
    ["client_secret='abc123'", /abc123/],
    ['hub.verify_token=minha-loja', /minha/],
    ['postgres://balcao:hunter2@db:5432/balcao', /hunter2/],
    ['-----BEGIN RSA PRIVATE KEY-----\nMIIEow\nIBAAK\n-----END RSA PRIVATE KEY-----', /MIIE|IBAA/],
    ['wamid.HBgNNTUxMTk4NzY1NDMyMRUCABEYEjdBN0E1QjY3', /HBgN|NTUx|QjY3/],
  ])('%j', (text, forbidden) => {
    for (const around of ['', 'sent to ', 'a:', '"', '(', '-', '#']) {
      expect(mask(`${around}${text} and so on`)).not.toMatch(forbidden);
    }
  });

  test('a telephone written by anybody in any spelling, inside anything', () => {
    const gap = fc.constantFrom('', '', ' ', '-', '.', '/', ' - ', '\u00a0', ') ', '\u2011');
    const around = fc.string({ unit: fc.constantFrom(...'abc,;:"\'{}[]=<> \n\tçã') });
    const phone = fc.tuple(
      fc.constantFrom('+55', '55', '0', '', '+351', '001'),
      gap,
      fc.stringMatching(/^[1-9]{2}$/),
      gap,
      fc.stringMatching(/^9[1-8]{4}$/),
      gap,
      fc.stringMatching(/^[1-8]{4}$/),
    );
    fc.assert(
      fc.property(around, phone, around, (before, parts, after) => {
        const masked = mask(`${before}${parts.join('')}${after}`);
        expect(masked.replace(/…\d\d\]/g, ']')).not.toMatch(/\d/);
      }),
      { numRuns: 1_000 },
    );
  });

  test('an e-mail address inside anything', () => {
    const around = fc.string({ unit: fc.constantFrom(...'<>()[]:;,= "\n') });
    const local = fc.string({ unit: fc.constantFrom(..."azAZ09.!#$%'*+^_`{|}~-ç"), minLength: 1, maxLength: 64 });
    fc.assert(
      fc.property(around, local, fc.domain(), around, (before, name, domain, after) => {
        expect(mask(`${before}zq${name}@${domain}${after}`)).not.toMatch(/zq/);
      }),
    );
  });
});

describe('what stays readable', () => {
  test.each([
    '0192f0c1-7a1b-7c1d-9e1f-123456789012',
    '2026-11-21T01:57:01.123Z',
    '2026-11-21 01:57:01.123456',
    '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
    'took 12.345678901 ms',
    'took 1234 ms, 5678 rows, 99.5 %',
    'http://127.0.0.1:54321/health',
    'connect ECONNREFUSED 192.168.100.200:5432',
    '    at createLog (file:///work/packages/kernel/src/log/create-log.ts:120:15)',
    'GET /api/v1/tickets.assign 200',
    'job media.fetch in lane 7',
    'node_modules/undici@8.12.4/lib/core.js',
    '@balcao/kernel',
    'password authentication failed for user "x"',
    'since 1795227919150',
    'Balcão 0.1.0 listening on port 3000',
  ])('%s', (text) => {
    expect(mask(text)).toBe(text);
  });

  test('a message id of WhatsApp becomes a short hash, the same for the same id', () => {
    const [one, same, other] = ['wamid.HBgNNTUxMTk4', 'wamid.HBgNNTUxMTk4', 'wamid.HBgNNTUxMTk5'].map(mask);
    expect(one).toMatch(/^wamid#[a-z]{10}$/);
    expect(one).toBe(same);
    expect(one).not.toBe(other);
  });
});

test('masking what is masked changes nothing', () => {
  const unit = fc.constantFrom(...'0123456789+-. @:abcEA/=_"', 'token=', 'wamid.', 'Bearer ', 'EAAG');
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 80 }), (text) => {
      const masked = mask(text);
      expect(mask(masked)).toBe(masked);
    }),
    { numRuns: 500 },
  );
});

test.each([
  '1',
  'a',
  '1 ',
  'a@',
  'a.',
  '@',
  '%40',
  '1.',
  '12-',
  'EAA',
  '://',
  'ab1-',
  'aA1',
  'token=',
  'token ',
  'Bearer ',
  ' ',
  '\n',
  '"',
  "'",
  'wamid.',
  '1.1.',
  'eyJ.',
  '-----BEGIN PRIVATE KEY-----',
  'password"',
  'a b1 c2. ',
  '12abc345',
  '0123abcd-',
  '٣',
  'ç',
  '2026-11-21 ',
])('a megabyte of %j costs less than two seconds', (unit) => {
  const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
  const started = process.cpuUsage().user;
  mask(text);
  maskDeep({ anything: text, err: new Error(text), cause: new SyntaxError(text) });
  expect(performance.now() - started).toBeLessThan(2_000);
});

describe('maskDeep', () => {
  test('tells by its name what a field holds', () => {
    expect(
      maskDeep({
        text: { body: 'Oi, quero comprar', link_preview: true },
        profile: { name: 'Ana' },
        from: '5511987654321',
        to: 'closed',
        wa_id: 5511987654321,
        contactPhone: '98765',
        email: 'x',
        accessToken: 'abc',
        'x-hub-signature-256': 'abc',
        headers: { Authorization: ['abc'], 'content-type': 'text/plain' },
        phone_number_id: '106540352242922',
        user_id: 'BR.1234567890',
        messageId: 'wamid.HBgNNTUx',
        workspaceId: '0192f0c1-7a1b-7c1d-9e1f-123456789012',
        traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
        timestamp: '1795227919',
        durationMs: 12_345_678_901,
        maxTokens: 4096,
        total: 3,
        ratio: 0.123456789,
        someNumber: 5511987654321,
        when: new Date(0),
        raw: Buffer.from('olá'),
        list: ['11987654321'],
      }),
    ).toEqual({
      text: { body: '[text 17]', link_preview: true },
      profile: { name: '[text 3]' },
      from: '[phone]',
      to: 'closed',
      wa_id: '[phone]',
      contactPhone: '[phone]',
      email: '[personal 1]',
      accessToken: '[secret]',
      'x-hub-signature-256': '[secret]',
      headers: { Authorization: ['[secret]'], 'content-type': 'text/plain' },
      phone_number_id: '106540352242922',
      user_id: expect.stringMatching(/^bsuid#[a-z]{10}$/),
      messageId: expect.stringMatching(/^wamid#[a-z]{10}$/),
      workspaceId: '0192f0c1-7a1b-7c1d-9e1f-123456789012',
      traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
      timestamp: '1795227919',
      durationMs: 12_345_678_901,
      maxTokens: 4096,
      total: 3,
      ratio: 0.123456789,
      someNumber: '[number]',
      when: '1970-01-01T00:00:00.000Z',
      raw: '[bytes 4]',
      list: ['[phone …21]'],
    });
  });

  test('everything inside a text is a text, but ids stay', () => {
    expect(maskDeep({ body: { parameters: ['Ana', { anything: 'olá', id: 'a1' }] } })).toEqual({
      body: { parameters: ['[text 3]', { anything: '[text 3]', id: 'a1' }] },
    });
  });

  test('circles, depths, crowds, getters that throw and strange things do no harm', () => {
    const circle: Record<string, unknown> = {};
    circle.again = circle;
    let deep: unknown = 'x';
    for (let i = 0; i < 10_000; i++) deep = [deep];
    const hostile = Object.defineProperty({}, 'x', {
      enumerable: true,
      get: () => {
        throw new Error('11987654321');
      },
    });
    const wide = Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`k${i}`, Array(500).fill({ a: 1 })]));
    const masked = JSON.stringify(
      maskDeep([
        circle,
        deep,
        hostile,
        wide,
        Symbol('x'),
        () => 1,
        10n,
        new Map([['5511987654321', 1]]),
        new Proxy(
          {},
          {
            ownKeys: () => {
              throw new Error('x');
            },
          },
        ),
      ]),
    );
    expect(masked.length).toBeLessThan(100_000);
    expect(masked).not.toContain('98765');
  });

  test('anything at all can be masked, and none of its texts of any length comes through under a text field', () => {
    fc.assert(
      fc.property(
        fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true }),
        (value) => {
          expect(() => JSON.stringify(maskDeep({ value, text: value }))).not.toThrow();
        },
      ),
    );
  });
});

function thrownBy(fails: () => unknown): unknown {
  try {
    return fails();
  } catch (error) {
    return error;
  }
}

describe('errors', () => {
  const recorded = (error: unknown) => JSON.stringify(maskDeep({ err: error }));

  test('of PostgreSQL keep what helps and lose what quotes a row', () => {
    const error = Object.assign(new Error('duplicate key value violates unique constraint "identities_key"'), {
      code: '23505',
      severity: 'ERROR',
      detail: 'Key (key)=(551187654321) already exists: Ana, quero comprar',
      where: 'COPY x, line 1: "quero comprar"',
      table: 'identities',
      constraint: 'identities_key',
      parameters: ['quero comprar'],
    });
    const text = recorded(error);
    for (const kept of ['23505', 'identities', 'duplicate key', 'identities_key']) expect(text).toContain(kept);
    expect(text).not.toMatch(/87654321|quero|Ana/);
  });

  test.each([
    'invalid input syntax for type uuid: "quero comprar"',
    'invalid input value for enum kind: "a "quero" b"',
    'value "quero comprar" is out of range',
    "cannot parse 'quero comprar'",
  ])('%s loses its quotation', (message) => {
    expect(recorded(new Error(message))).not.toContain('quero');
  });

  test('of JSON.parse lose the piece of text they show', () => {
    for (const text of ['quero comprar', '{"body": "quero comprar"', '{"a":"quero", comprar}', '["quero', 'quero']) {
      const masked = recorded(thrownBy(() => JSON.parse(text)));
      expect(masked).toContain('SyntaxError');
      expect(masked).not.toMatch(/quer|compra|body/);
    }
  });

  test('keep their stack, not the lines of their message that look like one', () => {
    const error = new Error('x\n    at quero (comprar.ts:1:1)\n    at 11987654321 (a.ts:1:1)');
    const text = recorded(error);
    expect(text).toContain('mask.test.ts:');
    expect(text).not.toMatch(/98765/);
    expect(recorded(new Error(''))).toContain('mask.test.ts:');
  });

  test('keep their causes and companions, masked as well', () => {
    const inner = new Error('refused by +55 11 98765-4321');
    const text = recorded(
      new Fault(
        'unavailable',
        'Away.',
        { phone: '5511987654321', attempt: 3 },
        new AggregateError([inner, 'token=abc'], 'all'),
      ),
    );
    for (const kept of ['Away.', '"attempt":3', 'unavailable', 'refused by']) expect(text).toContain(kept);
    expect(text).not.toMatch(/98765|abc/);
  });

  test('of zod tell where and which, not what', () => {
    const error = Object.assign(new Error('[{"received":"quero"}]'), {
      name: 'ZodError',
      issues: [{ code: 'invalid_type', path: ['to', 0], input: 'quero' }],
    });
    expect(recorded(error)).toContain('"path":"to.0"');
    expect(recorded(error)).not.toContain('quero');
  });

  test('with fields that are no texts, or getters that throw, are recorded all the same', () => {
    const odd = Object.assign(new Error('x'), { message: 42, name: null, stack: {} });
    expect(() => recorded(odd)).not.toThrow();
    const hostile = Object.defineProperty(new Error('y'), 'code', {
      get: () => {
        throw new Error('z');
      },
    });
    expect(recorded(hostile)).toContain('unreadable');
  });
});
