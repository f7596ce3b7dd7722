/** Which rows are marked for doing something to many at once, and from where Shift goes on. */
export interface Marked {
  readonly ids: ReadonlySet<string>;
  readonly anchor: string | undefined;
}

export type Marking =
  | { readonly do: 'toggle'; readonly id: string }
  | { readonly do: 'reach'; readonly id: string; readonly order: readonly string[] }
  | { readonly do: 'all'; readonly order: readonly string[] }
  | { readonly do: 'keep'; readonly order: readonly string[] }
  | { readonly do: 'none' };

export const nothingMarked: Marked = { ids: new Set(), anchor: undefined };
/** As many as tickets.bulk takes. */
const MOST = 200;

const limited = (ids: Iterable<string>) => new Set([...ids].slice(0, MOST));

export function chooseRows(marked: Marked, marking: Marking): Marked {
  if (marking.do === 'none') return nothingMarked;
  if (marking.do === 'all') return { ids: limited(marking.order), anchor: marked.anchor };
  if (marking.do === 'keep') {
    const left = new Set(marking.order);
    const ids = [...marked.ids].filter((id) => left.has(id));
    return ids.length === marked.ids.size ? marked : { ids: new Set(ids), anchor: marked.anchor };
  }
  if (marking.do === 'toggle') {
    const ids = new Set(marked.ids);
    if (!ids.delete(marking.id)) ids.add(marking.id);
    return { ids: limited(ids), anchor: marking.id };
  }
  const from = marked.anchor === undefined ? -1 : marking.order.indexOf(marked.anchor);
  const to = marking.order.indexOf(marking.id);
  if (from < 0 || to < 0) return chooseRows(marked, { do: 'toggle', id: marking.id });
  const reached = marking.order.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ids: limited([...marked.ids, ...reached]), anchor: marked.anchor };
}
