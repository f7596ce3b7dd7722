import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SimulatorEvent } from '../events.ts';
import type { World } from '../world.ts';

const heartbeatMs = 15_000;
/** A page that reads slower than this much is cut off; it comes back with its cursor. */
const mostUnread = 4 * 1024 * 1024;

const frame = (event: SimulatorEvent): string =>
  `id: ${event.cursor}\nevent: ${event.type}\ndata: {"cursor":"${event.cursor}","at":${event.at},"type":"${event.type}","data":${event.text}}\n\n`;

/** Server-sent events from a cursor on. Too old or foreign a cursor gets `resync`: the page then reads the state anew. */
export function streamEvents(world: World, request: FastifyRequest, reply: FastifyReply): void {
  const header = request.headers['last-event-id'];
  const asked = (request.query as { after?: unknown }).after; // fastify leaves the query untyped
  const cursor = typeof header === 'string' ? header : typeof asked === 'string' ? asked : world.feed.cursor;
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
    connection: 'keep-alive',
  });
  const missed = world.feed.after(cursor);
  raw.write(missed ? `retry: 1000\n\n${missed.map(frame).join('')}` : `retry: 1000\n\nevent: resync\ndata: {}\n\n`);
  const forget = world.feed.listen((event) => {
    if (raw.writableLength > mostUnread) raw.destroy();
    else raw.write(frame(event));
  });
  const heartbeat = setInterval(() => raw.write(': still here\n\n'), heartbeatMs);
  const end = () => {
    clearInterval(heartbeat);
    forget();
    world.stop.signal.removeEventListener('abort', end);
    raw.end();
  };
  raw.once('close', end);
  world.stop.signal.addEventListener('abort', end);
}
