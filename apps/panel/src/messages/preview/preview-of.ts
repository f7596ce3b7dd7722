import { noticeWords } from '../body/notice-words.ts';
import { plainText } from '../rich-text/parse-markup.ts';
import type { SayMessage } from '../texts/texts.ts';

export type PreviewSign =
  | 'photo'
  | 'video'
  | 'voice'
  | 'document'
  | 'sticker'
  | 'location'
  | 'contact'
  | 'template'
  | 'buttons'
  | 'choice'
  | 'form'
  | 'order'
  | 'notice'
  | 'none';

export interface Preview {
  readonly sign: PreviewSign;
  readonly text: string;
}

interface Previewed {
  readonly kind: string | null;
  readonly text: string | null;
  readonly content?: unknown;
  readonly revokedAt?: string | null;
}

const named: Readonly<Record<string, readonly [PreviewSign, Parameters<SayMessage>[0]]>> = {
  image: ['photo', 'photo'],
  video: ['video', 'video'],
  audio: ['voice', 'audio'],
  document: ['document', 'document'],
  sticker: ['sticker', 'sticker'],
  media: ['document', 'document'],
  location: ['location', 'location'],
  contacts: ['contact', 'contact'],
  template: ['template', 'template'],
  buttons: ['buttons', 'buttons'],
  list: ['buttons', 'list'],
  cta_url: ['buttons', 'buttons'],
  button: ['choice', 'chose'],
  button_reply: ['choice', 'chose'],
  list_reply: ['choice', 'chose'],
  order: ['order', 'order'],
};

/** A message in one line: for lists, quotes and notifications. */
export function previewOf({ kind, text, content, revokedAt }: Previewed, t: SayMessage): Preview {
  if (revokedAt != null) return { sign: 'notice', text: t('revokedOut') };
  const words = text === null ? '' : plainText(text);
  if (kind === 'reaction') return { sign: 'none', text: t('reactedPreview', { emoji: words }) };
  // Its words are WhatsApp's own: "Sent".
  if (kind === 'nfm_reply') return { sign: 'form', text: t('form') };
  const known = kind === null ? undefined : named[kind];
  // Each name in the table has no holes to fill.
  if (known) return { sign: known[0], text: words === '' ? (t as (key: string) => string)(known[1]) : words };
  if (words !== '' && kind !== 'system' && kind !== 'unsupported') return { sign: 'none', text: words };
  return { sign: 'notice', text: noticeWords({ kind: kind ?? 'unsupported', text, content }, t) };
}
