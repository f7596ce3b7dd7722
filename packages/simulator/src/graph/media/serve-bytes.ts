import type { FastifyReply, FastifyRequest } from 'fastify';

/** A file, or the part of it that a Range asks for. */
export function serveBytes(
  request: FastifyRequest,
  reply: FastifyReply,
  file: { bytes: Buffer; mimeType: string },
): FastifyReply {
  const { bytes } = file;
  reply
    .header('accept-ranges', 'bytes')
    .header('content-type', file.mimeType)
    .header('cache-control', 'private, max-age=0');
  const match = /^bytes=(\d*)-(\d*)$/.exec(request.headers.range ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return reply.send(bytes);
  const fromEnd = match[1] === '';
  const start = fromEnd ? Math.max(0, bytes.length - Number(match[2])) : Number(match[1]);
  const end = fromEnd || match[2] === '' ? bytes.length - 1 : Math.min(Number(match[2]), bytes.length - 1);
  if (start > end || start >= bytes.length) {
    return reply.code(416).header('content-range', `bytes */${bytes.length}`).send(Buffer.alloc(0));
  }
  return reply
    .code(206)
    .header('content-range', `bytes ${start}-${end}/${bytes.length}`)
    .send(bytes.subarray(start, end + 1));
}
