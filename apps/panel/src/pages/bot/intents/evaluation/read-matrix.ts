interface Evaluation {
  readonly intents: readonly {
    readonly key: string;
    readonly name: string;
    readonly examples: number;
    readonly recall: number | null;
  }[];
  readonly confusions: readonly {
    readonly key: string;
    readonly name: string;
    readonly takenFor: string;
    readonly takenForName: string;
    readonly count: number;
  }[];
}

interface Named {
  readonly key: string;
  readonly name: string;
}

/** More than this nobody reads: those that got mixed up most come first. */
const MOST = 16;

/** The matrix of those that got mixed up: what it was, what it was taken for, how often. */
export function readMatrix({ intents, confusions }: Evaluation): {
  readonly rows: readonly Named[];
  readonly columns: readonly Named[];
  readonly at: (was: string, takenFor: string) => number;
} {
  const rows = new Map<string, string>();
  const columns = new Map<string, string>();
  const cells = new Map<string, number>();
  for (const one of confusions) {
    if (rows.size < MOST || rows.has(one.key)) rows.set(one.key, one.name);
    if (columns.size < MOST || columns.has(one.takenFor)) columns.set(one.takenFor, one.takenForName);
    cells.set(`${one.key} ${one.takenFor}`, one.count);
  }
  for (const { key, examples, recall } of intents)
    if (recall !== null) cells.set(`${key} ${key}`, Math.round(examples * recall));
  const named = (of: ReadonlyMap<string, string>) => [...of].map(([key, name]) => ({ key, name }));
  const all = new Map([...rows].filter(([key]) => columns.has(key)));
  return {
    rows: named(rows),
    // Those that are in both come in the same order, so that the diagonal is one.
    columns: named(new Map([...all, ...columns])),
    at: (was, takenFor) => cells.get(`${was} ${takenFor}`) ?? 0,
  };
}
