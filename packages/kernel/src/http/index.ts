export { createHttpClient, type HttpClientOptions } from './create-http-client.ts';
export type { HttpAnswer, HttpClient, HttpMethod, HttpRequest, HttpStream, Trust } from './http-client.ts';
export { HttpError, type HttpPhase, type HttpReason } from './http-error.ts';
export { isRange } from './public-address.ts';
