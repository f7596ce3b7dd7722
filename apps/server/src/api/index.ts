export type { ApiParts, AskedBy } from './api-parts.ts';
export { API_PREFIX } from './api-prefix.ts';
export { apiRoutes } from './api-routes.ts';
export { docsPage } from './docs/docs-page.ts';
export { openApiDocument } from './open-api-document.ts';
export { createRates, type Rates } from './rates/index.ts';
export { presentThread } from './verbs/index.ts';
