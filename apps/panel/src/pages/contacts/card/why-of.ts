import type { Say } from '../../../text/index.ts';
import type { pt } from '../texts/texts.pt.ts';

const known = [
  'first_seen',
  'seen_together',
  'changed_number',
  'changed_user_id',
  'app_sync',
  'merged_by_person',
] as const;

/** Why an identity is this person's: the program's own reasons in words, a colleague's as they wrote it. */
export function whyOf(reason: string, t: Say<typeof pt>): string {
  const ours = known.find((one) => one === reason);
  return ours === undefined ? reason : t(`why_${ours}`);
}
