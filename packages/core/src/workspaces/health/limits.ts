/** People who may be written to first in a moving 24 hours, by Meta's word for it; -1: without limit, null: unknown. */
export function peopleOf(tier: string | undefined): number | null {
  if (tier === undefined) return null;
  if (/UNLIMITED/i.test(tier)) return -1;
  const found = /^(?:TIER_)?(\d+)(K)?$/i.exec(tier);
  if (found === null) return null;
  return Number(found[1]) * (found[2] === undefined ? 1 : 1_000);
}
