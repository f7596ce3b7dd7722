/** A message that was on its way when the page went, or failed: enough of it to try again. */
export interface KeptSend<Content = unknown> {
  readonly conversationId: string;
  readonly at: string;
  readonly clientId: string;
  readonly content: Content;
  readonly replyTo?: string | undefined;
  /** It did not go; otherwise nobody knows yet. */
  readonly failed: boolean;
  /** Its file was only in the page: these are the words that stood with it. */
  readonly lostFile: boolean;
}

export interface KeptSends<Content> {
  all(): readonly KeptSend<Content>[];
  /** What this page has under way now. What other tabs keep stays. */
  keep(mine: readonly KeptSend<Content>[]): void;
}

const MOST = 100;
const DAYS_7 = 7 * 86_400_000;

/** In one entry of the browser's storage, which tabs share: each writes its own and takes away its own. */
export function createKeptSends<Content>(
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  name: string,
  now: () => number,
): KeptSends<Content> {
  let mineBefore = new Set<string>();
  const all = () => read<Content>(storage, name, now());
  return {
    all,
    keep(mine) {
      const ids = new Set(mine.map(({ clientId }) => clientId));
      if (ids.size === 0 && mineBefore.size === 0) return;
      const others = all().filter(({ clientId }) => !ids.has(clientId) && !mineBefore.has(clientId));
      mineBefore = ids;
      try {
        storage.setItem(name, JSON.stringify([...others, ...mine].slice(-MOST)));
      } catch {
        // No room or no leave to write: they live as long as the page.
      }
    },
  };
}

function read<Content>(storage: Pick<Storage, 'getItem'>, name: string, now: number): readonly KeptSend<Content>[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(name) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one): one is KeptSend<Content> => isKept(one, now)) : [];
  } catch {
    return [];
  }
}

function isKept(it: unknown, now: number): boolean {
  if (typeof it !== 'object' || it === null) return false;
  const { conversationId, clientId, content, at } = it as Partial<KeptSend>; // each is looked at
  const texts = typeof conversationId === 'string' && typeof clientId === 'string' && typeof at === 'string';
  return texts && typeof content === 'object' && content !== null && now - Date.parse(at) < DAYS_7;
}
