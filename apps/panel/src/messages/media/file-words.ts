import type { ShownMedia } from '../thread-message.ts';

const units = ['B', 'kB', 'MB', 'GB'] as const;

/** As people say it: 312 kB, 4,2 MB. */
export function sizeOf(bytes: number, language: string): string {
  const step = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log(bytes) / Math.log(1024)));
  const value = bytes / 1024 ** step;
  const digits = step > 1 && value < 100 ? 1 : 0;
  return `${value.toLocaleString(language, { maximumFractionDigits: digits })} ${units[step] ?? 'B'}`;
}

const byMime: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'application/zip': 'ZIP',
  'text/plain': 'TXT',
  'text/csv': 'CSV',
  'application/msword': 'DOC',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
  'application/vnd.ms-excel': 'XLS',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
  'application/vnd.ms-powerpoint': 'PPT',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'PPTX',
};

/** Four letters at most, for the corner of a sheet of paper. */
export function extensionOf({ fileName, mime }: Pick<ShownMedia, 'fileName' | 'mime'>): string {
  const fromName = /\.([\p{L}\p{N}]{1,4})$/u.exec(fileName ?? '')?.[1];
  return (fromName ?? byMime[mime ?? ''] ?? '').toUpperCase();
}
