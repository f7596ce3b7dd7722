import { findEmails } from '../personal/index.ts';

/** Every address `local@domain.tld` becomes `[email]`. */
export function maskEmails(text: string): string {
  const source = text.includes('%40') ? text.replaceAll('%40', '@') : text;
  const found = findEmails(source);
  if (found.length === 0) return text;
  let masked = '';
  let done = 0;
  for (const { from, to } of found) {
    masked += `${source.slice(done, from)}[email]`;
    done = to;
  }
  return masked + source.slice(done);
}
