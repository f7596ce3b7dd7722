import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { addCustomer } from '../customers/add-customer.ts';
import { changeNumber } from '../customers/change-number.ts';
import { ControlProblem } from '../customers/control-problem.ts';
import { draftSchema } from '../customers/draft-schema.ts';
import { playVoice, readChat } from '../customers/read-chat.ts';
import { writeAsCustomer } from '../customers/write-as-customer.ts';
import { writeFromApp } from '../customers/write-from-app.ts';
import { biggestUpload } from '../graph/limits.ts';
import { keepMedia } from '../graph/media/keep-media.ts';
import { serveBytes } from '../graph/media/serve-bytes.ts';
import { asVoiceNote } from '../voice/as-voice-note.ts';
import type { World } from '../world.ts';
import { parse } from './run-control.ts';

const customerSchema = z.object({
  name: z.string().max(200),
  phone: z.string().max(40).optional(),
  waId: z
    .string()
    .regex(/^\d{6,15}$/)
    .optional(),
  userId: z
    .string()
    .regex(/^[A-Z]{2}\.[A-Za-z0-9.]{1,128}$/)
    .optional(),
  username: z.string().max(60).optional(),
});

type Chat = { Params: { number: string; customer: string } };

export function chatRoutes(app: FastifyInstance, world: World): void {
  app.post('/customers', async (request, reply) =>
    reply.code(201).send(addCustomer(world, parse(customerSchema, request.body))),
  );
  app.post<Chat>('/chats/:number/:customer/change-number', async (request) => {
    const { phone } = parse(z.object({ phone: z.string() }), request.body);
    return changeNumber(world, request.params.number, request.params.customer, phone);
  });
  app.post<Chat>('/chats/:number/:customer/messages', async (request, reply) => {
    const { number, customer } = request.params;
    return reply.code(201).send(writeAsCustomer(world, number, customer, parse(draftSchema, request.body)));
  });
  app.post<Chat>('/chats/:number/:customer/echo', async (request, reply) => {
    const { number, customer } = request.params;
    return reply.code(201).send(writeFromApp(world, number, customer, parse(draftSchema, request.body)));
  });
  app.post<Chat>('/chats/:number/:customer/read', async (request) => ({
    read: readChat(world, request.params.number, request.params.customer),
  }));
  app.post<{ Params: { id: string } }>('/messages/:id/played', async (request) => {
    playVoice(world, request.params.id);
    return { played: true };
  });
  mediaOfPages(app, world);
}

/** Types that a browser may show by itself; anything else is only ever saved. */
const harmless = /^(image\/(jpeg|png|webp|gif)|audio\/[a-z0-9.+-]+|video\/[a-z0-9.+-]+|application\/pdf)(;|$)/;

function mediaOfPages(app: FastifyInstance, world: World): void {
  app.post<{ Querystring: { phoneNumberId?: string; filename?: string } }>(
    '/media',
    { bodyLimit: biggestUpload },
    async (request, reply) => {
      const phoneNumberId = request.query.phoneNumberId ?? [...world.numbers.keys()][0] ?? '';
      const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.from(JSON.stringify(request.body ?? ''));
      if (bytes.length === 0) throw new ControlProblem(400, 'The file is empty');
      const mimeType = request.headers['content-type'] ?? 'application/octet-stream';
      const { filename } = request.query;
      const file = asVoiceNote({ bytes, mimeType });
      const media = keepMedia(world, { phoneNumberId, ...file, ...(filename ? { filename } : {}) });
      return reply
        .code(201)
        .send({ id: media.id, mimeType: file.mimeType, size: file.bytes.length, filename: filename ?? null });
    },
  );
  app.get<{ Params: { id: string } }>('/media/:id', async (request, reply) => {
    const media = world.media.get(request.params.id);
    if (!media) throw new ControlProblem(404, 'There is no such file');
    const name = encodeURIComponent(media.filename ?? media.id);
    reply
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "sandbox; default-src 'none'; style-src 'unsafe-inline'; media-src 'self'")
      .header(
        'content-disposition',
        `${harmless.test(media.mimeType) ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`,
      );
    return serveBytes(request, reply, media);
  });
}
