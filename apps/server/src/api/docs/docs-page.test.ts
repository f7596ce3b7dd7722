import fastify from 'fastify';
import { expect, test } from 'vitest';
import { docsPage } from './docs-page.ts';

test('the page of the API and all that it needs come from here', async () => {
  const app = fastify();
  await app.register(docsPage, { prefix: '/api/docs' });
  const page = await app.inject('/api/docs');
  expect(page.statusCode).toBe(200);
  expect(page.headers['content-security-policy']).toContain("script-src 'self';");
  const addresses = [...page.body.matchAll(/(?:src|href|data-url)="([^"]+)"/g)].map(([, address]) => address);
  expect(addresses).toEqual(['/api/v1/openapi.json', '/api/v1/openapi.json', '/api/docs/scalar.js']);
  const script = await app.inject('/api/docs/scalar.js');
  expect(script.statusCode).toBe(200);
  expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
  expect(script.body.length).toBeGreaterThan(1_000_000);
  await app.close();
});
