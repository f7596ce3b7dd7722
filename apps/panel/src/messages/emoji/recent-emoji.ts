const KEPT = 'balcao-emoji';
const MOST = 24;

export function recentEmoji(): readonly string[] {
  const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '[]');
  return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string').slice(0, MOST) : [];
}

export function keepEmoji(sign: string): void {
  const next = [sign, ...recentEmoji().filter((one) => one !== sign)].slice(0, MOST);
  localStorage.setItem(KEPT, JSON.stringify(next));
}
