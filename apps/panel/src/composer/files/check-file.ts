import type { Operations, OutputOf } from '@balcao/contract';

export type Limits = OutputOf<Operations['media.limits']>['kinds'];
export type FileKind = Limits[number]['kind'];

export type Checked =
  | { readonly ok: true; readonly kind: FileKind }
  | { readonly ok: false; readonly why: 'empty' | 'kind' }
  | { readonly ok: false; readonly why: 'size'; readonly kind: FileKind; readonly maxBytes: number };

interface Chosen {
  readonly type: string;
  readonly size: number;
  readonly name: string;
}

const byEnding: Readonly<Record<string, string>> = {
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  csv: 'text/csv',
  txt: 'text/plain',
  md: 'text/plain',
  xml: 'text/xml',
  json: 'application/json',
  pdf: 'application/pdf',
};

/** What WhatsApp would show this file as, and whether it takes it, before a byte is uploaded. The server looks at the bytes again. */
export function checkFile(file: Chosen, limits: Limits): Checked {
  if (file.size === 0) return { ok: false, why: 'empty' };
  const mime = mimeOf(file);
  const kind = kindOf(mime, limits);
  if (kind === undefined) return { ok: false, why: 'kind' };
  const maxBytes = limits.find((one) => one.kind === kind)?.maxBytes ?? 0;
  if (file.size <= maxBytes) return { ok: true, kind };
  return { ok: false, why: 'size', kind, maxBytes };
}

const mimeOf = (file: Chosen): string => {
  const named = byEnding[file.name.toLowerCase().split('.').at(-1) ?? ''];
  const told = (file.type.split(';')[0] ?? '').toLowerCase();
  return told === '' || told === 'application/octet-stream' ? (named ?? '') : told;
};

function kindOf(mime: string, limits: Limits): FileKind | undefined {
  const takes = (kind: FileKind) => limits.some((one) => one.kind === kind && one.mimes.includes(mime));
  for (const kind of ['image', 'video', 'audio'] as const) if (takes(kind)) return kind;
  // Tables, notes, code: to the customer's telephone all of it is a document of text.
  if (takes('document') || mime.startsWith('text/') || mime === 'application/json') return 'document';
  return undefined;
}

/** A picture that WhatsApp does not take as it is, but as JPEG: other formats, and ones that are too large. */
export const isRedrawn = (file: Chosen, limits: Limits): boolean => {
  if (!file.type.startsWith('image/') || file.type === 'image/svg+xml') return false;
  const image = limits.find((one) => one.kind === 'image');
  return image !== undefined && (!image.mimes.includes(file.type) || file.size > image.maxBytes);
};
