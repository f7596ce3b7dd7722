export type { ApiParts } from './api-parts.ts';
export { docsPage } from './docs/docs-page.ts';
export { apiRoutes } from './api-routes.ts';
export { openApiDocument } from './open-api-document.ts';
