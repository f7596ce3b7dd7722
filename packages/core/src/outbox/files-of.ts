import type { OutboundContent, SendFailed, Treatment } from '@balcao/channels/port';
import { treatments } from '@balcao/channels/port';
import { toFault } from '@balcao/kernel';

type Source = { readonly id: string } | { readonly link: string } | { readonly mediaId: string };

const isOurs = (source: Source): source is { readonly mediaId: string } => 'mediaId' in source;

/** The file of ours that a message carries: as itself, or as its header. */
export function fileOf(content: OutboundContent): string | undefined {
  const source = sourceOf(content);
  return source !== undefined && isOurs(source) ? source.mediaId : undefined;
}

function sourceOf(content: OutboundContent): Source | undefined {
  if (content.kind === 'media') return content.source;
  if (!('header' in content) || content.header === undefined || !('source' in content.header)) return undefined;
  return content.header.source;
}

/** The same message with the provider's name of its file. */
export function withProviderFile(content: OutboundContent, id: string): OutboundContent {
  const source = { id };
  if (content.kind === 'media') return { ...content, source };
  if (!('header' in content) || content.header === undefined || !('source' in content.header)) return content;
  return { ...content, header: { ...content.header, source } } as OutboundContent; // only the source is another
}

/** Why a file could not be given to the provider, as the failure of its message. Nothing reached the customer. */
export function failureOfFile(error: unknown): SendFailed {
  const fault = toFault(error);
  const detail = `file: ${fault.code}`;
  if (fault.code === 'not_found') return failed('final', detail, 'file_gone');
  if (fault.code === 'unavailable') return failed('retry', detail);
  const named = fault.data['treatment'];
  const treatment = typeof named === 'string' && named in treatments ? (named as Treatment) : undefined; // checked by the line itself
  if (treatment !== undefined && treatments[treatment].next !== 'fail') return failed(treatment, detail);
  return failed('final', detail, 'media_refused');
}

const failed = (treatment: Treatment, detail: string, sentence?: SendFailed['sentence']): SendFailed => ({
  outcome: 'failed',
  treatment,
  detail,
  sentence: sentence ?? treatments[treatment].sentence,
});
