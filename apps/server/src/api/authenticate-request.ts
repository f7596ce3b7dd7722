import { authenticate } from '@balcao/core/access';
import { type DbCtx, inWorkspace } from '@balcao/db';
import { deriveCtx, Fault } from '@balcao/kernel';
import type { FastifyRequest } from 'fastify';
import type { Caller } from './api-parts.ts';
import type { Rates } from './rates.ts';

const bearer = /^Bearer +([^\s]{1,200})$/i;

/** `Authorization: Bearer <api key>`: the key alone says which workspace. */
export async function authenticateRequest(ctx: DbCtx, rates: Rates, request: FastifyRequest): Promise<Caller> {
  await rates.mayTry(request.ip);
  const key = bearer.exec(request.headers.authorization ?? '')?.[1];
  if (key === undefined) throw new Fault('unauthenticated', 'the header Authorization: Bearer <api key> is missing');
  try {
    const { workspaceId, apiKeyId, scopes } = await authenticate(ctx, key);
    const derived = deriveCtx(ctx, { actor: { kind: 'api_key', id: apiKeyId }, requestId: request.id });
    return { ctx: inWorkspace(derived, workspaceId), apiKeyId, scopes };
  } catch (error) {
    if (error instanceof Fault && error.code === 'unauthenticated') await rates.refused(request.ip);
    throw error;
  }
}
