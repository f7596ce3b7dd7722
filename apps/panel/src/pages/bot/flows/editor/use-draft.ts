import { useState } from 'react';
import type { Output } from '../../../../api/index.ts';

export type Got = Output<'flows.get'>;

/** What is being written, and from what it was begun. */
export interface Draft {
  readonly source: string;
  readonly dirty: boolean;
  readonly begunFrom: number | null;
  /** An older version lies in the editor. */
  readonly older: number | null;
  write(source: string): void;
  /** Puts another text into the editor: a template, or a version of before. */
  open(source: string, older?: number): void;
  published(version: number, source: string): void;
  /** Back to what is in force. */
  discard(): void;
}

export function useDraft(inForce: Got['version']): Draft {
  const [base, setBase] = useState({ source: inForce?.source ?? '', version: inForce?.version ?? null });
  const [source, setSource] = useState(base.source);
  const [older, setOlder] = useState<number | null>(null);
  // Nothing of one's own to lose: what somebody else has put in force is shown.
  const now = inForce?.version ?? null;
  if (now !== base.version && source === base.source) {
    setBase({ source: inForce?.source ?? '', version: now });
    setSource(inForce?.source ?? '');
  }
  return {
    source,
    dirty: source !== base.source,
    begunFrom: base.version,
    older: source === base.source ? null : older,
    write: setSource,
    open: (text, version) => {
      setSource(text);
      setOlder(version ?? null);
    },
    published: (version, text) => {
      setBase({ source: text, version });
      setOlder(null);
    },
    discard: () => {
      setBase({ source: inForce?.source ?? '', version: inForce?.version ?? null });
      setSource(inForce?.source ?? '');
    },
  };
}
