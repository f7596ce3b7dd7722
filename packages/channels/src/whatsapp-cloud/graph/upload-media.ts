import { Fault } from '@balcao/kernel';
import type { ChannelCredentials } from '../../port/index.ts';
import { identifier } from '../inbound/values.ts';
import { callGraph } from './call-graph.ts';
import type { ChannelBreakers } from './channel-breakers.ts';
import type { GraphCtx } from './graph-ctx.ts';
import { faultOf } from './read-graph.ts';

const timeoutMs = 120_000;

/** Gives WhatsApp a file of ours; the id lives 30 days. Uploading twice harms nobody, so the caller's job may repeat it. */
export async function uploadMedia(
  ctx: GraphCtx,
  breakers: ChannelBreakers,
  credentials: ChannelCredentials,
  file: { readonly bytes: Buffer; readonly mime: string; readonly fileName: string },
): Promise<{ id: string }> {
  if (!/^[\w.+-]+\/[\w.+-]+(;[\w\s=.+-]*)?$/.test(file.mime))
    throw new Fault('invalid_input', 'mime: not a media type', { field: 'mime' });
  const boundary = `balcao-${ctx.ids.uuid()}`;
  const result = await breakers.run(credentials.channelId, () =>
    callGraph(ctx, credentials, {
      method: 'POST',
      path: `${encodeURIComponent(credentials.phoneNumberId)}/media`,
      body: multipart(boundary, file),
      contentType: `multipart/form-data; boundary=${boundary}`,
      timeoutMs,
    }),
  );
  const id = result?.kind === 'done' ? identifier(result.json['id']) : undefined;
  if (id === undefined) throw faultOf(result);
  return { id };
}

function multipart(boundary: string, file: { bytes: Buffer; mime: string; fileName: string }): Buffer {
  const field = (name: string, value: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  // A quote or a line break in the name would end the header.
  const name = file.fileName.replace(/["\r\n\\\0]/g, '_').slice(0, 240);
  const head =
    field('messaging_product', 'whatsapp') +
    field('type', file.mime) +
    `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${file.mime}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), file.bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
}
