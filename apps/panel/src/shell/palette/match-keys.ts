/** A press as `useActions` writes it: 'e', '?', 'mod+k', 'shift+enter'. */
export function nameOfPress(press: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>): string {
  const key = press.key === ' ' ? 'space' : press.key.toLowerCase();
  const sign = key.length === 1 && !/[\p{L}\p{N}]/u.test(key); // its shift is in the sign already
  const parts = [
    press.ctrlKey || press.metaKey ? 'mod' : '',
    press.altKey ? 'alt' : '',
    press.shiftKey && !sign ? 'shift' : '',
    key,
  ];
  return parts.filter((part) => part !== '').join('+');
}

export interface Keyed {
  readonly keys?: string;
}

/** What a press means after the one before it: an action of its own, the second of a sequence ('g i'), or the first of one. */
export function matchKeys<One extends Keyed>(
  actions: readonly One[],
  before: string | undefined,
  press: string,
): { readonly run?: One; readonly wait: boolean } {
  const find = (keys: string) => actions.findLast((one) => one.keys === keys);
  const second = before === undefined ? undefined : find(`${before} ${press}`);
  if (second) return { run: second, wait: false };
  const single = find(press);
  if (single) return { run: single, wait: false };
  return { wait: actions.some((one) => one.keys?.startsWith(`${press} `)) };
}
