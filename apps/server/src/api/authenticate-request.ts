import { chooseLanguage, type Operation } from '@balcao/contract';
import { authenticate, memberOf } from '@balcao/core/access';
import { inWorkspace } from '@balcao/db';
import { deriveCtx, Fault, isUuid } from '@balcao/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { authenticateSession, checkSameOrigin, deviceOf } from '../people/index.ts';
import type { Caller } from './api-parts.ts';
import type { Api } from './asked.ts';

const bearer = /^Bearer +([^\s]{1,200})$/i;

/** `Authorization: Bearer <api key>`, and the key says which workspace; or the cookie of a session and the header x-workspace. */
export async function authenticateRequest(
  api: Api,
  operation: Operation,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Caller> {
  if (request.headers.authorization !== undefined) return await byKey(api, request);
  return await bySession(api, operation, request, reply);
}

async function byKey({ ctx, rates }: Api, request: FastifyRequest): Promise<Caller> {
  await rates.mayTry(request.ip);
  const key = bearer.exec(request.headers.authorization ?? '')?.[1];
  if (key === undefined) throw new Fault('unauthenticated', 'the header Authorization is not Bearer <api key>');
  try {
    const { workspaceId, apiKeyId, scopes } = await authenticate(ctx, key);
    const by = { kind: 'api_key', id: apiKeyId } as const;
    const derived = deriveCtx(ctx, { actor: by, requestId: request.id });
    const sees = scopes.includes('tickets:read-all') ? 'all' : [];
    return { ctx: inWorkspace(derived, workspaceId), by, scopes, sees, ...fromOf(request) };
  } catch (error) {
    if (error instanceof Fault && error.code === 'unauthenticated') await rates.refused(request.ip);
    throw error;
  }
}

async function bySession(
  { ctx, rates }: Api,
  operation: Operation,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Caller> {
  const session = await authenticateSession(ctx, request.headers.cookie);
  if (session === undefined) {
    await rates.visit(request.ip, reply);
    throw new Fault('unauthenticated', 'neither Authorization: Bearer <api key> nor the cookie of a session in force');
  }
  if (operation.kind === 'write') checkSameOrigin(ctx, request, { file: operation.file === true });
  const workspaceId = request.headers['x-workspace'];
  if (typeof workspaceId !== 'string' || !isUuid(workspaceId))
    throw new Fault('invalid_input', 'the header x-workspace must name the workspace');
  const member = await memberOf(ctx, workspaceId, session.personId);
  if (member === undefined) throw new Fault('forbidden', 'this person does not work in this workspace');
  const { memberId, scopes, places } = member;
  const derived = deriveCtx(ctx, { actor: { kind: 'person', id: memberId }, requestId: request.id });
  return {
    ctx: inWorkspace(derived, workspaceId),
    by: { kind: 'member', id: memberId, personId: session.personId, sessionId: session.sessionId },
    scopes,
    sees: scopes.includes('tickets:read-all') ? 'all' : places,
    ...fromOf(request),
  };
}

const fromOf = (request: FastifyRequest) => ({
  address: request.ip,
  device: deviceOf(request),
  language: chooseLanguage(request.headers['accept-language']),
});
