import type { ThreadMessage } from '../../messages/index.ts';
import { type Attachment, nameOfAttachment, urlOfAttachment } from '../files/attachment.ts';
import type { UploadRequest } from '../files/upload-request.ts';
import type { OutboundContent, OutgoingDraft, UploadWatch } from './outgoing-draft.ts';

type MediaOut = Extract<OutboundContent, { kind: 'media' }>;

/** What making a draft needs from outside. */
export interface DraftTools {
  newId(): string;
  upload(request: UploadRequest, watch: UploadWatch): Promise<{ readonly id: string }>;
}

interface Written {
  readonly text: string;
  readonly attachments: readonly Attachment[];
  readonly quoted?: ThreadMessage | null | undefined;
}

/** WhatsApp's limits on words, alone and under a file. */
export const LONGEST_TEXT = 4_096;
const LONGEST_CAPTION = 1_024;

const captioned = (kind: Attachment['kind']): boolean => kind === 'image' || kind === 'video' || kind === 'document';

/** One message for each file; the words are the caption of the first that can carry one, or a message of their own before them. */
export function makeDrafts({ text, attachments, quoted }: Written, tools: DraftTools): readonly OutgoingDraft[] {
  const words = text.trim();
  const carrier =
    words === '' || words.length > LONGEST_CAPTION ? undefined : attachments.find(({ kind }) => captioned(kind));
  const alone = words !== '' && carrier === undefined;
  const drafts = [
    ...(alone ? [draftOf({ kind: 'text', text: words, previewUrl: /https?:\/\//i.test(words) }, tools)] : []),
    ...attachments.map((it) => fileDraft(it, it === carrier ? words : undefined, tools)),
  ];
  const [first, ...rest] = drafts;
  return first ? [{ ...first, ...(quoted ? { replyTo: quoted.id, quoted } : {}) }, ...rest] : [];
}

export const draftOf = (content: OutboundContent, tools: DraftTools): OutgoingDraft => ({
  clientId: tools.newId(),
  content,
});

function fileDraft(it: Attachment, caption: string | undefined, tools: DraftTools): OutgoingDraft {
  const content = (source: MediaOut['source']): MediaOut => ({
    kind: 'media',
    media: it.kind,
    source,
    ...(caption === undefined ? {} : { caption }),
    ...(it.kind === 'document' ? { fileName: nameOfAttachment(it).slice(-240) } : {}),
  });
  const url = urlOfAttachment(it);
  const previewUrls = url === null ? {} : { previewUrls: [url] };
  if (it.from === 'server')
    return { clientId: tools.newId(), content: content({ mediaId: it.media.id }), ...previewUrls };
  const { file, kind } = it;
  const draft = { clientId: tools.newId(), content: content({ link: 'https://upload.invalid' }), ...previewUrls };
  return uploading(draft, content, { file, fileName: file.name, kind }, tools);
}

/** The same draft, with how its file gets up. Once it is up, another try does not bring it up again. */
export function uploading(
  draft: OutgoingDraft,
  content: (source: MediaOut['source']) => MediaOut,
  request: UploadRequest,
  tools: DraftTools,
): OutgoingDraft {
  let up: string | undefined;
  return {
    ...draft,
    async upload(watch) {
      up ??= (await tools.upload(request, watch)).id;
      return content({ mediaId: up });
    },
  };
}

/** What a browser recorded. */
export function voiceDraft(sound: Blob, url: string, tools: DraftTools): OutgoingDraft {
  const content = (source: MediaOut['source']): MediaOut => ({ kind: 'media', media: 'audio', source, voice: true });
  const draft = { clientId: tools.newId(), content: content({ link: 'https://upload.invalid' }), previewUrls: [url] };
  return uploading(draft, content, { file: sound, kind: 'audio', voice: true }, tools);
}
