import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Media } from '../../model.ts';
import type { World } from '../../world.ts';
import { authorize, authorizeNumber } from '../authorize.ts';
import { GraphProblem, unknownObject } from '../graph-problem.ts';
import { biggestUpload, mediaLimits } from '../limits.ts';
import { version } from '../version.ts';
import { keepMedia } from './keep-media.ts';
import { mediaUrl, openMediaUrl } from './media-url.ts';
import { serveBytes } from './serve-bytes.ts';

const known = new Set([
  ...Object.values(mediaLimits).flatMap((limit) => limit.types),
  'text/plain',
  'application/pdf',
  'application/msword',
  'application/vnd.ms-excel',
  'application/vnd.ms-powerpoint',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
]);

async function readUpload(request: FastifyRequest): Promise<{ bytes: Buffer; mimeType: string; filename?: string }> {
  const contentType = request.headers['content-type'] ?? '';
  if (!contentType.startsWith('multipart/form-data') || !Buffer.isBuffer(request.body)) {
    throw new GraphProblem(100, 'The body must be multipart/form-data');
  }
  const form = await new Response(new Uint8Array(request.body), { headers: { 'content-type': contentType } })
    // oxlint-disable-next-line typescript/no-deprecated -- small pretend files; a parser of forms would be a third dependency
    .formData()
    .catch(() => {
      throw new GraphProblem(100, 'The multipart body cannot be read');
    });
  if (form.get('messaging_product') !== 'whatsapp') {
    throw new GraphProblem(100, undefined, { message: '(#100) The parameter messaging_product is required.' });
  }
  const file = form.get('file');
  if (!(file instanceof File))
    throw new GraphProblem(100, undefined, { message: '(#100) The parameter file is required.' });
  const type = form.get('type');
  const mimeType = typeof type === 'string' && type !== '' ? type : file.type;
  if (!known.has(mimeType.split(';')[0] ?? '')) {
    throw new GraphProblem(
      100,
      `Param file must be a file with one of the following types: ${[...known].join(', ')}. Received file of type '${mimeType}'.`,
    );
  }
  const bytes = Buffer.from(await file.arrayBuffer());
  const family = Object.values(mediaLimits).find((limit) => limit.types.includes(mimeType.split(';')[0] ?? ''));
  if (bytes.length > (family?.bytes ?? biggestUpload))
    throw new GraphProblem(131053, 'The file is larger than its type allows');
  return { bytes, mimeType, ...(file.name ? { filename: file.name } : {}) };
}

/** The media of this token's numbers; somebody else's does not exist. */
function mediaOf(world: World, request: FastifyRequest, id: string): Media {
  const numbers = authorize(world, request);
  const media = world.media.get(id);
  if (!media || !numbers.some((number) => number.phoneNumberId === media.phoneNumberId))
    throw unknownObject(request.method, id);
  return media;
}

export function describeMedia(world: World, request: FastifyRequest, id: string): object {
  const media = mediaOf(world, request, id);
  return {
    url: mediaUrl(world, media),
    mime_type: media.mimeType,
    sha256: media.sha256.toString('hex'),
    file_size: String(media.bytes.length),
    id: media.id,
    messaging_product: 'whatsapp',
  };
}

export function deleteMedia(world: World, request: FastifyRequest, id: string): { success: true } {
  const media = mediaOf(world, request, id);
  world.media.delete(id);
  world.mediaBytes -= media.bytes.length;
  return { success: true };
}

export function mediaRoutes(app: FastifyInstance, world: World): void {
  app.post<{ Params: { phoneNumberId: string } }>(
    `${version}/:phoneNumberId/media`,
    { bodyLimit: biggestUpload + 1024 * 1024 },
    async (request) => {
      const { phoneNumberId } = authorizeNumber(world, request, request.params.phoneNumberId);
      return { id: keepMedia(world, { phoneNumberId, ...(await readUpload(request)) }).id };
    },
  );
  app.get<{ Querystring: { mid?: string; ext?: string; hash?: string } }>(
    '/whatsapp_business/attachments/',
    (request, reply) => {
      authorize(world, request);
      const media = openMediaUrl(world, request.query);
      if (!media) return reply.code(404).type('text/plain').send('URL signature expired');
      return serveBytes(request, reply, media);
    },
  );
}
