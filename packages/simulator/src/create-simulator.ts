import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance, type FastifyPluginAsync } from 'fastify';
import { connectNumber } from './connect-number.ts';
import { servePage } from './control/serve-page.ts';
import { createWorld } from './create-world.ts';
import { addCustomer } from './customers/add-customer.ts';
import { type DraftInput, draftSchema } from './customers/draft-schema.ts';
import { readChat } from './customers/read-chat.ts';
import { writeAsCustomer } from './customers/write-as-customer.ts';
import { writeFromApp } from './customers/write-from-app.ts';
import type { ActiveFault } from './faults/fault-box.ts';
import type { FaultInput } from './faults/fault-schema.ts';
import { keepMedia } from './graph/media/keep-media.ts';
import { judgeTemplate } from './graph/template-routes.ts';
import type { ChatMessage, Customer } from './model.ts';
import type { NewCustomer, NumberOptions, Rules, SimulatorOptions, Walk } from './options.ts';
import { resetWorld } from './reset-world.ts';
import { createRoutes } from './routes.ts';
import { rememberState } from './state/remember-state.ts';
import type { Delivery } from './webhooks/delivery.ts';
import { type Handshake, shakeHands } from './webhooks/shake-hands.ts';

/** The same acts as the control routes, for programs in the same process. */
export interface Simulator {
  /** The whole server as a plugin, under any prefix of another Fastify server. */
  readonly routes: FastifyPluginAsync;
  readonly rules: Rules;
  readonly walk: Walk;
  /** Alone on a port; with the built page of a telephone at /phone/ when its folder is given. */
  listen(at?: { port?: number; host?: string; pageDir?: string | undefined }): Promise<{ url: string; port: number }>;
  connectNumber(number: NumberOptions): void;
  addCustomer(customer: NewCustomer): Customer;
  customers(): Customer[];
  write(phoneNumberId: string, customerId: string, draft: DraftInput): ChatMessage;
  writeFromApp(phoneNumberId: string, customerId: string, draft: DraftInput): ChatMessage;
  read(phoneNumberId: string, customerId: string): number;
  keepMedia(file: { phoneNumberId: string; bytes: Buffer; mimeType: string; filename?: string }): { id: string };
  /** Meta changes its mind about a template: APPROVED, PAUSED, DISABLED, REJECTED … */
  judgeTemplate(wabaId: string, name: string, status: string): void;
  messages(): ChatMessage[];
  webhooks(): Delivery[];
  inject(fault: FaultInput): ActiveFault;
  clearFaults(): void;
  handshake(phoneNumberId: string): Promise<Handshake>;
  /** Resolves when no status walks and every webhook was taken; rejects after `withinMs`. */
  idle(withinMs?: number): Promise<void>;
  reset(): void;
  close(): Promise<void>;
}

export function createSimulator(options: SimulatorOptions): Simulator {
  const world = createWorld(options);
  const remembered = options.stateDir === undefined ? undefined : rememberState(world, options.stateDir);
  for (const number of options.numbers) connectNumber(world, number);
  if (world.customers.size === 0) for (const customer of options.customers ?? []) addCustomer(world, customer);
  remembered?.resume();
  const routes = createRoutes(world, options.publicUrl);
  let server: FastifyInstance | undefined;

  return {
    routes,
    rules: world.rules,
    walk: world.walk,
    async listen({ port = 0, host = '127.0.0.1', pageDir } = {}) {
      server = Fastify({ logger: false, forceCloseConnections: true, routerOptions: { maxParamLength: 512 } });
      await server.register(routes);
      if (pageDir !== undefined) servePage(server, pageDir);
      await server.listen({ port, host });
      const bound = server.server.address() as AddressInfo; // listening on TCP, not on a pipe
      const url = `http://${host.includes(':') ? `[${host}]` : host}:${bound.port}`;
      if (options.publicUrl === undefined) world.baseUrl = url;
      return { url, port: bound.port };
    },
    connectNumber: (number) => void connectNumber(world, number),
    addCustomer: (customer) => addCustomer(world, customer),
    customers: () => [...world.customers.values()],
    write: (number, customer, draft) => writeAsCustomer(world, number, customer, draftSchema.parse(draft)),
    writeFromApp: (number, customer, draft) => writeFromApp(world, number, customer, draftSchema.parse(draft)),
    read: (number, customer) => readChat(world, number, customer),
    keepMedia: (file) => keepMedia(world, file),
    judgeTemplate(wabaId, name, status) {
      for (const template of world.templates.values())
        if (template.wabaId === wabaId && template.name === name) judgeTemplate(world, template, status);
    },
    messages: () => world.messages.values(),
    webhooks: () => world.webhooks.list(),
    inject: (fault) => world.faults.add(fault),
    clearFaults: () => world.faults.clear(),
    async handshake(phoneNumberId) {
      const number = world.numbers.get(phoneNumberId);
      if (!number) throw new Error(`There is no number ${phoneNumberId}`);
      return shakeHands(world, number);
    },
    async idle(withinMs = 10_000) {
      const until = performance.now() + withinMs;
      while (world.walking > 0 || !world.webhooks.idle) {
        if (performance.now() > until) throw new Error(`The simulator is still busy after ${withinMs} ms`);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
    reset: () => resetWorld(world),
    async close() {
      world.stop.abort();
      await remembered?.close();
      await server?.close();
    },
  };
}
