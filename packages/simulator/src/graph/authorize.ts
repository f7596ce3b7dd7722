import { createHmac } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { NumberState } from '../model.ts';
import type { World } from '../world.ts';
import { GraphProblem, unknownObject } from './graph-problem.ts';

export function tokenOf(request: FastifyRequest): string {
  const header = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const query = (request.query as { access_token?: unknown }).access_token; // fastify leaves the query untyped
  const token = header ?? (typeof query === 'string' ? query : undefined);
  if (token === undefined) {
    throw new GraphProblem(190, undefined, {
      message: 'An access token is required to request this resource.',
      httpStatus: 401,
    });
  }
  return token;
}

/** The numbers that this token may use; error 190 when there is none. */
export function authorize(world: World, request: FastifyRequest): NumberState[] {
  const token = tokenOf(request);
  const numbers = [...world.numbers.values()].filter((number) => number.accessToken === token);
  if (numbers.length === 0) {
    throw new GraphProblem(190, undefined, { message: 'Invalid OAuth access token - Cannot parse access token' });
  }
  checkProof(request, token, numbers);
  return numbers;
}

/** Meta checks a proof only when one is given: the token, signed with the app's secret. */
function checkProof(request: FastifyRequest, token: string, numbers: readonly NumberState[]): void {
  const given = (request.query as { appsecret_proof?: unknown }).appsecret_proof; // fastify leaves the query untyped
  if (given === undefined) return;
  const proves = numbers.some((one) => createHmac('sha256', one.appSecret).update(token).digest('hex') === given);
  if (!proves)
    throw new GraphProblem(100, undefined, { message: 'Invalid appsecret_proof provided in the API argument' });
}

export function authorizeNumber(world: World, request: FastifyRequest, phoneNumberId: string): NumberState {
  const number = world.numbers.get(phoneNumberId);
  if (number !== undefined && number.accessToken === tokenOf(request)) return number;
  authorize(world, request);
  throw unknownObject(request.method, phoneNumberId);
}

/** The numbers of a WhatsApp Business Account that this token may use. */
export function authorizeAccount(world: World, request: FastifyRequest, wabaId: string): NumberState[] {
  const numbers = authorize(world, request).filter((number) => number.wabaId === wabaId);
  if (numbers.length === 0) throw unknownObject(request.method, wabaId);
  return numbers;
}
