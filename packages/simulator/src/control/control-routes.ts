import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { connectNumber } from '../connect-number.ts';
import { ControlProblem } from '../customers/control-problem.ts';
import { type FaultInput, faultSchema } from '../faults/fault-schema.ts';
import { isObject } from '../graph/read-json.ts';
import { resetWorld } from '../reset-world.ts';
import { summary } from '../webhooks/delivery.ts';
import { shakeHands } from '../webhooks/shake-hands.ts';
import type { World } from '../world.ts';
import { chatRoutes } from './chat-routes.ts';
import { readState } from './read-state.ts';
import { answerControlError, parse, refuseForeignOrigin } from './run-control.ts';
import { streamEvents } from './stream-events.ts';

const numberSchema = z.object({
  phoneNumberId: z.string().min(1),
  wabaId: z.string().min(1),
  displayPhoneNumber: z.string().min(1),
  accessToken: z.string().min(1),
  appSecret: z.string().min(1),
  webhookUrl: z.url().optional(),
  verifyToken: z.string().optional(),
  verifiedName: z.string().optional(),
});

const rulesSchema = z
  .object({
    window: z.enum(['off', 'answer', 'status']),
    recipients: z.enum(['any', 'known']),
    pairRate: z.boolean(),
    perSecond: z.number().positive().nullable(),
  })
  .partial();

const walkSchema = z
  .object({
    sentMs: z.number().min(0),
    deliveredMs: z.number().min(0),
    read: z.union([z.enum(['shown', 'never']), z.object({ afterMs: z.number().min(0) })]),
    jitter: z.number().min(0).max(1),
  })
  .partial();

const eventSchema = z.object({
  phoneNumberId: z.string(),
  field: z.string(),
  value: z.record(z.string(), z.unknown()),
});

type Filter = {
  phoneNumberId?: string;
  customerId?: string;
  author?: string;
  status?: string;
  state?: string;
  limit?: string;
};
const lastOf = <T>(items: T[], limit: string | undefined): T[] => items.slice(-(Number(limit ?? 200) || 200));

function lookRoutes(app: FastifyInstance, world: World): void {
  app.get<{ Querystring: { messages?: string } }>('/state', async (request) =>
    readState(world, Number(request.query.messages ?? 2000) || 2000),
  );
  app.get('/events', (request, reply) => streamEvents(world, request, reply));
  app.get<{ Querystring: Filter }>('/messages', async ({ query }) => {
    const found = world.messages
      .values()
      .filter(
        (message) =>
          (query.phoneNumberId === undefined || message.phoneNumberId === query.phoneNumberId) &&
          (query.customerId === undefined || message.customerId === query.customerId) &&
          (query.author === undefined || message.author === query.author) &&
          (query.status === undefined || message.status === query.status),
      );
    return { total: found.length, data: lastOf(found, query.limit) };
  });
  app.get<{ Querystring: Filter }>('/webhooks', async ({ query }) => {
    const found = world.webhooks
      .list()
      .filter((delivery) => query.state === undefined || delivery.state === query.state);
    return { total: found.length, idle: world.webhooks.idle, data: lastOf(found, query.limit) };
  });
}

function steerRoutes(app: FastifyInstance, world: World): void {
  app.post('/numbers', async (request, reply) => {
    const number = connectNumber(world, parse(numberSchema, request.body));
    return reply.code(201).send({ phoneNumberId: number.phoneNumberId });
  });
  app.patch('/rules', async (request) => Object.assign(world.rules, parse(rulesSchema, request.body)));
  app.patch('/walk', async (request) => Object.assign(world.walk, parse(walkSchema, request.body)));
  app.post('/reset', async () => {
    resetWorld(world);
    return { reset: true };
  });
  app.post('/handshake', async (request) => {
    const { phoneNumberId } = parse(z.object({ phoneNumberId: z.string() }), request.body);
    const number = world.numbers.get(phoneNumberId);
    if (!number) throw new ControlProblem(404, `There is no number ${phoneNumberId}`);
    return shakeHands(world, number);
  });
  app.post<{ Params: { id: string } }>('/webhooks/:id/replay', async (request) => {
    const again = world.webhooks.replay(request.params.id);
    if (!again) throw new ControlProblem(404, `There is no webhook ${request.params.id}`);
    return summary(again);
  });
  /** Any other event of the account, in Meta's own words. */
  app.post('/account-events', async (request, reply) => {
    const { phoneNumberId, field, value } = parse(eventSchema, request.body);
    const number = world.numbers.get(phoneNumberId);
    if (!number || !isObject(value)) throw new ControlProblem(404, `There is no number ${phoneNumberId}`);
    const id = world.newId();
    world.webhooks.add({ id, kind: 'event', wabaId: number.wabaId, phoneNumberId, field, item: value });
    return reply.code(202).send({ id });
  });
}

function faultRoutes(app: FastifyInstance, world: World): void {
  app.get('/faults', async () => ({ data: world.faults.list() }));
  app.post('/faults', async (request, reply) => {
    const fault: FaultInput = parse(faultSchema, request.body);
    return reply.code(201).send(world.faults.add(fault));
  });
  app.delete('/faults', async () => {
    world.faults.clear();
    return { removed: true };
  });
  app.delete<{ Params: { id: string } }>('/faults/:id', async (request) => {
    if (!world.faults.remove(request.params.id))
      throw new ControlProblem(404, `There is no fault ${request.params.id}`);
    return { removed: true };
  });
}

/** What is behind the telephone: Meta has nothing like it. For pages and tests of the same machine. */
export function controlRoutes(app: FastifyInstance, world: World): void {
  app.addHook('onRequest', async (request) => refuseForeignOrigin(request));
  app.setErrorHandler((error, _request, reply) => answerControlError(error, reply));
  lookRoutes(app, world);
  steerRoutes(app, world);
  faultRoutes(app, world);
  chatRoutes(app, world);
}
