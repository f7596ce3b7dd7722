import type { ReactNode } from 'react';

/** A small number out of a text, always the same. */
export function hashOf(text: string): number {
  let hash = 7;
  for (const unit of text) hash = (hash * 31 + (unit.codePointAt(0) ?? 0)) >>> 0;
  return hash;
}

export function Avatar({ name, id, size = 44 }: { name: string; id: string; size?: number }): ReactNode {
  const words = name
    .replace(/[^\p{L}\p{N} ]/gu, ' ')
    .trim()
    .split(/\s+/);
  const initials = [words[0], words.length > 1 ? words.at(-1) : ''].map((word) => [...(word ?? '')][0] ?? '').join('');
  const hue = (hashOf(id + name) * 47) % 360;
  return (
    <span
      className="avatar"
      aria-hidden="true"
      style={{ width: size, height: size, fontSize: size * 0.38, '--hue': hue } as React.CSSProperties}
    >
      {/^\d/.test(initials) ? '#' : initials.toUpperCase() || '?'}
    </span>
  );
}
