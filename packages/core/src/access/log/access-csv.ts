import type { ListedAccess } from './list-access.ts';

const columns = [
  'at',
  'action',
  'who',
  'memberId',
  'apiKeyId',
  'address',
  'device',
  'subjectKind',
  'subjectId',
  'times',
  'data',
] as const;

/** With the mark that lets spreadsheets read accents, one line for each entry. */
export function accessCsv(entries: readonly ListedAccess[]): string {
  const lines = entries.map((entry) => columns.map((column) => cell(textOf(entry[column]))).join(','));
  return `\ufeff${[columns.join(','), ...lines].join('\r\n')}\r\n`;
}

function textOf(value: ListedAccess[(typeof columns)[number]]): string {
  if (value === null) return '';
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** What begins like a formula is made text: a spreadsheet would run what a stranger wrote as their browser's name. */
function cell(text: string): string {
  const safe = /^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
