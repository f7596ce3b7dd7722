import type { Ctx } from '@balcao/kernel';
import { Fault } from '@balcao/kernel';
import type { FastifyRequest } from 'fastify';

/** What a form on somebody else's page can send without the browser asking first. */
const simpleTypes = /^(?:text\/plain|multipart\/form-data|application\/x-www-form-urlencoded)/i;

/**
 * A cookie travels with whatever page asks, so a write by cookie must come from a page of ours: the browser says so in
 * Sec-Fetch-Site or Origin, which pages cannot write themselves.
 */
export function checkSameOrigin(
  ctx: Pick<Ctx, 'config'>,
  request: FastifyRequest,
  { file = false }: { readonly file?: boolean } = {},
): void {
  const { origin, 'sec-fetch-site': site, 'content-type': type } = request.headers;
  // A file is what it is: its origin has to do.
  if (!file && (type === undefined || simpleTypes.test(type)))
    throw new Fault('forbidden', 'a request with a session needs the header content-type: application/json');
  const fromUs = typeof site === 'string' ? site === 'same-origin' : isOurs(ctx, request, origin);
  if (!fromUs) throw new Fault('forbidden', 'a request with a session must come from a page of this server');
}

function isOurs({ config }: Pick<Ctx, 'config'>, request: FastifyRequest, origin: string | undefined): boolean {
  if (origin === undefined || !URL.canParse(origin)) return false;
  const asked = new URL(origin);
  return asked.origin === new URL(config.publicUrl).origin || asked.host === request.host;
}
