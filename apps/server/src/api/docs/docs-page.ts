import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';

const require = createRequire(import.meta.url);
/** Scalar as its package brings it, served by us: the page loads nothing from anywhere else and tells nobody who reads it. */
const scalar = join(dirname(require.resolve('@scalar/api-reference')), 'browser/standalone.js');

const settings = {
  agent: { disabled: true },
  defaultOpenAllTags: false,
  hideClientButton: true,
  mcp: { disabled: true },
  showDeveloperTools: 'never',
  telemetry: false,
  withDefaultFonts: false,
};

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Balcão API</title>
</head>
<body>
<noscript><p>This page needs JavaScript. The same in JSON: <a href="/api/v1/openapi.json">openapi.json</a></p></noscript>
<script id="api-reference" data-url="/api/v1/openapi.json" data-configuration='${JSON.stringify(settings)}'></script>
<script src="/api/docs/scalar.js"></script>
</body>
</html>
`;

/** Styles are set inline by the library; scripts and requests stay on this host. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** `/api/docs`: the contract, to read and to try with one's own key. */
export async function docsPage(app: FastifyInstance): Promise<void> {
  app.get('/', async (_request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', policy)
      .header('cache-control', 'no-cache')
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'no-referrer')
      .send(page),
  );
  app.get('/scalar.js', async (_request, reply) =>
    reply
      .type('text/javascript; charset=utf-8')
      .header('cache-control', 'public, max-age=86400')
      .header('x-content-type-options', 'nosniff')
      .send(createReadStream(scalar)),
  );
}
