import type { ShownMedia } from '../../messages/index.ts';
import type { FileKind } from './check-file.ts';

/** A file in the tray: chosen here, or one that the server has already (of a canned reply). */
export type Attachment =
  | {
      readonly key: string;
      readonly from: 'here';
      readonly kind: FileKind;
      readonly file: File;
      /** Of pictures and videos: what to show. */
      readonly url: string;
    }
  | { readonly key: string; readonly from: 'server'; readonly kind: FileKind; readonly media: ShownMedia };

export const nameOfAttachment = (it: Attachment): string =>
  it.from === 'here' ? it.file.name : (it.media.fileName ?? it.media.kind);

export const bytesOfAttachment = (it: Attachment): number | null =>
  it.from === 'here' ? it.file.size : it.media.bytes;

export const urlOfAttachment = (it: Attachment): string | null => (it.from === 'here' ? it.url : it.media.url);
