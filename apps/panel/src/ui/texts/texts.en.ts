import type { TextsLike } from '../../text/index.ts';
import type { pt } from './texts.pt.ts';

export const en: TextsLike<typeof pt> = {
  retry: 'Try again',
  cancel: 'Cancel',
  confirm: 'Confirm',
  save: 'Save',
  close: 'Close',
  copy: 'Copy',
  copied: 'Copied',
  back: 'Back',
  more: 'Show more',
  loading: 'Loading…',
  unreachable: 'We could not reach the server. Check your connection and try again.',
  failed: 'That did not work',
  loadFailed: 'This could not be loaded',
  now: 'now',
  yesterday: 'yesterday',
  online: 'Online',
  away: 'Away',
  offline: 'Offline',
  nobody: 'Nobody',
};
