import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createTracing } from './create-tracing.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

interface ExportedSpan {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly attributes: readonly { key: string; value: Record<string, unknown> }[];
  readonly events: readonly { name: string; attributes: unknown }[];
  readonly links: readonly { traceId: string; spanId: string }[];
  readonly status: { code?: number; message?: string };
}

/** A collector that keeps what it gets. */
async function collect(status = 200) {
  const bodies: { resourceSpans: { resource: unknown; scopeSpans: { spans: ExportedSpan[] }[] }[] }[] = [];
  const paths: string[] = [];
  const server = createServer(async (req, res) => {
    let body = '';
    for await (const chunk of req) body += chunk;
    paths.push(req.url ?? '');
    bodies.push(JSON.parse(body));
    res.writeHead(status, { 'content-type': 'application/json' }).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => (server.closeAllConnections(), server.close()));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // listens on TCP
  const spans = () =>
    bodies
      .flatMap((b) => b.resourceSpans)
      .flatMap((r) => r.scopeSpans)
      .flatMap((s) => s.spans);
  return { endpoint, paths, bodies, spans, find: (name: string) => spans().find((span) => span.name === name) };
}

const open = (endpoint: string) =>
  createTracing({ otlpEndpoint: endpoint, otelServiceName: 'balcao-test', role: 'worker' });

test('without a collector nothing is made and the work runs all the same', async () => {
  const tracing = createTracing({ otelServiceName: 'x', role: 'all' });
  expect(tracing.enabled).toBe(false);
  expect(await tracing.span('a', {}, async (span) => `${span.traceparent} ${tracing.current()}`)).toBe(
    'undefined undefined',
  );
  await expect(tracing.span('a', {}, () => Promise.reject(new Error('x')))).rejects.toThrow('x');
  tracing.record('b', { start: new Date(), end: new Date() });
  await tracing.shutdown();
});

test('spans arrive over OTLP with their names, parents, attributes and times', async () => {
  const collector = await collect();
  const tracing = open(collector.endpoint);
  await tracing.span('receive', { batch: 3, channel: 'c1', skipped: undefined }, async (outer) => {
    expect(tracing.current()).toBe(outer.traceparent);
    await tracing.span('store', {}, async (inner) => {
      inner.set({ rows: 2 });
      await new Promise((resolve) => setTimeout(resolve, 20));
    });
    expect(tracing.current()).toBe(outer.traceparent);
  });
  expect(tracing.current()).toBeUndefined();
  await tracing.shutdown();
  expect(collector.paths[0]).toBe('/v1/traces');
  expect(JSON.stringify(collector.bodies[0]?.resourceSpans[0]?.resource)).toContain('balcao-test');
  const [receive, store] = [collector.find('receive'), collector.find('store')];
  expect(store).toMatchObject({
    traceId: receive?.traceId,
    parentSpanId: receive?.spanId,
    attributes: [{ key: 'rows', value: { intValue: 2 } }],
  });
  expect(receive?.attributes.map(({ key }) => key)).toEqual(['batch', 'channel']);
  expect(Number(BigInt(store?.endTimeUnixNano ?? 0) - BigInt(store?.startTimeUnixNano ?? 0)) / 1e6).toBeGreaterThan(10);
});

test('a stored traceparent carries the trace from the receipt to the reply', async () => {
  const collector = await collect();
  const tracing = open(collector.endpoint);
  let stored = '';
  await tracing.span('receipt', {}, async (span) => {
    stored = span.traceparent ?? '';
  });
  const reply = tracing.record('reply', {
    start: new Date(1_000),
    end: new Date(3_000),
    parent: stored,
    links: [stored],
    attributes: { status: 200 },
  });
  await tracing.span('status', {}, async (span) => span.link(stored), reply);
  await tracing.shutdown();
  const [receiptSpan, replySpan, statusSpan] = ['receipt', 'reply', 'status'].map(collector.find);
  expect(stored).toBe(`00-${receiptSpan?.traceId}-${receiptSpan?.spanId}-01`);
  expect(replySpan).toMatchObject({
    traceId: receiptSpan?.traceId,
    parentSpanId: receiptSpan?.spanId,
    startTimeUnixNano: '1000000000',
    endTimeUnixNano: '3000000000',
  });
  expect(replySpan?.links).toMatchObject([{ spanId: receiptSpan?.spanId }]);
  expect(statusSpan).toMatchObject({ parentSpanId: replySpan?.spanId, links: [{ spanId: receiptSpan?.spanId }] });
});

test('a traceparent from outside is followed, a malformed one is not, and an unsampled one is not exported', async () => {
  const collector = await collect();
  const tracing = open(collector.endpoint);
  const outside = '4bf92f3577b34da6a3ce929d0e0e4736';
  const traceOf = (parent: string) =>
    tracing.span(`of ${parent.length}`, {}, async (span) => span.traceparent?.split('-')[1], parent);
  expect(await traceOf(`00-${outside}-00f067aa0ba902b7-01`)).toBe(outside);
  for (const bad of [
    '',
    'x',
    `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`,
    `00-${outside}-00f067aa0ba902b7`,
    `ff-${outside}-00f067aa0ba902b7-01`,
  ]) {
    expect(await traceOf(bad)).not.toBe(outside);
  }
  await tracing.span('unsampled', {}, async () => {}, `00-${outside}-00f067aa0ba902b7-00`);
  await tracing.shutdown();
  expect(collector.find('unsampled')).toBeUndefined();
});

test('works side by side do not see each other’s span', async () => {
  const collector = await collect();
  const tracing = open(collector.endpoint);
  await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      tracing.span(`work ${i}`, {}, async (span) => {
        for (let turn = 0; turn < 5; turn++) {
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 5));
          expect(tracing.current()).toBe(span.traceparent);
        }
      }),
    ),
  );
  await tracing.shutdown();
  expect(new Set(collector.spans().map(({ traceId }) => traceId)).size).toBe(20);
});

test('a failure is thrown on, marked on its span, and masked', async () => {
  const collector = await collect();
  const tracing = open(collector.endpoint);
  const failing = tracing.span('send to 11987654321', { to: '5511987654321', text: 'olá' }, () =>
    Promise.reject(new Error('no +55 11 98765-4321')),
  );
  await expect(failing).rejects.toThrow('98765');
  await tracing.shutdown();
  const exported = JSON.stringify(collector.bodies);
  expect(collector.spans()[0]).toMatchObject({
    status: { code: 2, message: 'no +[phone …21]' },
    events: [{ name: 'exception' }],
  });
  expect(exported).not.toMatch(/98765|olá/);
});

test('a collector that is away, slow or failing disturbs nothing, and the queue stays bounded', async () => {
  const failing = await collect(500);
  const silent = createServer(() => {});
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  closing.push(() => (silent.closeAllConnections(), silent.close()));
  for (const endpoint of [
    'http://127.0.0.1:1',
    failing.endpoint,
    `http://127.0.0.1:${(silent.address() as AddressInfo).port}`,
  ]) {
    const tracing = open(endpoint);
    const before = process.memoryUsage().heapUsed;
    for (let i = 0; i < 20_000; i++) tracing.record('x', { start: new Date(), end: new Date(), attributes: { i } });
    expect(await tracing.span('y', {}, async () => 42)).toBe(42);
    const started = performance.now();
    await tracing.shutdown();
    expect(performance.now() - started).toBeLessThan(6_000);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(100 * 1024 * 1024);
  }
});
