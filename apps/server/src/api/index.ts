export type { ApiParts } from './api-parts.ts';
export { apiRoutes } from './api-routes.ts';
export { openApiDocument } from './open-api-document.ts';
