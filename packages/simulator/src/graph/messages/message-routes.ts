import type { FastifyInstance } from 'fastify';
import type { World } from '../../world.ts';
import { authorizeNumber } from '../authorize.ts';
import { isObject } from '../read-json.ts';
import { version } from '../version.ts';
import { acceptMessage } from './accept-message.ts';
import { markRead } from './mark-read.ts';

export function messageRoutes(app: FastifyInstance, world: World): void {
  app.post<{ Params: { phoneNumberId: string } }>(`${version}/:phoneNumberId/messages`, async (request, reply) => {
    const number = authorizeNumber(world, request, request.params.phoneNumberId);
    const late = world.faults.strike('delay', (fault) => fault.on === 'answers');
    if (late) await world.clock.sleep(late.ms + world.random() * late.jitterMs, world.stop.signal);
    if (isObject(request.body) && request.body.status !== undefined) return markRead(world, number, request.body);
    const lost = world.faults.strike('drop');
    const answer = lost && !lost.accepted ? undefined : acceptMessage(world, number, request.body);
    if (!lost) return answer;
    // The client must see a broken connection, not an answer: whether it was accepted stays unknown to it.
    reply.hijack();
    request.raw.socket.destroy();
    return undefined;
  });
}
