export interface Draft {
  readonly text: string;
  readonly note: string;
}

interface Kept extends Draft {
  readonly at: number;
}

/** What was begun and not sent, by conversation, on this machine. */
export interface DraftStore {
  get(conversationId: string): Draft;
  set(conversationId: string, draft: Draft): void;
  has(conversationId: string): boolean;
}

const empty: Draft = { text: '', note: '' };
const MOST = 300;
const LONGEST = 20_000;
const DAYS_30 = 30 * 86_400_000;

/** In one entry of the browser's storage. Old ones go; a storage that is full or closed keeps them for this page at least. */
export function createDraftStore(
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  name: string,
  now: () => number,
): DraftStore {
  const drafts = read(storage, name, now());
  const write = () => {
    const newest = [...drafts].toSorted(([, a], [, b]) => b.at - a.at).slice(0, MOST);
    try {
      storage.setItem(name, JSON.stringify(Object.fromEntries(newest)));
    } catch {
      // No room or no leave to write: they live as long as the page.
    }
  };
  return {
    get: (conversationId) => drafts.get(conversationId) ?? empty,
    has: (conversationId) => drafts.has(conversationId),
    set(conversationId, { text, note }) {
      const before = drafts.get(conversationId) ?? empty;
      if (before.text === text && before.note === note) return;
      if (text.trim() === '' && note.trim() === '') drafts.delete(conversationId);
      else drafts.set(conversationId, { text: text.slice(0, LONGEST), note: note.slice(0, LONGEST), at: now() });
      write();
    },
  };
}

function read(storage: Pick<Storage, 'getItem'>, name: string, now: number): Map<string, Kept> {
  try {
    const kept: unknown = JSON.parse(storage.getItem(name) ?? '{}');
    return new Map(Object.entries(kept ?? {}).filter((entry): entry is [string, Kept] => isKept(entry[1], now)));
  } catch {
    return new Map();
  }
}

function isKept(it: unknown, now: number): it is Kept {
  if (typeof it !== 'object' || it === null) return false;
  const { text, note, at } = it as Partial<Kept>; // each is looked at
  return typeof text === 'string' && typeof note === 'string' && typeof at === 'number' && now - at < DAYS_30;
}
