import { fields, words } from '../details/read.ts';
import { readCallPermission, readPayment, unsupportedType } from '../details/read-details.ts';
import type { SayMessage } from '../texts/texts.ts';

interface Told {
  readonly kind: string;
  readonly text: string | null;
  readonly content: unknown;
}

/** Plain words for what has no picture of its own: notices of WhatsApp, and what it does not pass on. */
export function noticeWords({ kind, text, content }: Told, t: SayMessage): string {
  switch (kind) {
    case 'system': {
      const event = words(fields(content)['event']);
      if (event === 'user_changed_number') return t('changedNumber');
      if (event === 'user_changed_user_id') return t('changedIdentity');
      return text ?? t('systemPlain');
    }
    case 'media_placeholder':
      return t('placeholder');
    case 'payment_method': {
      const { method, lastFour } = readPayment(content);
      const ending = lastFour === undefined ? undefined : t('paymentEnding', { digits: lastFour });
      return [t('payment'), method, ending].filter((part) => part !== undefined).join(' · ');
    }
    case 'call_permission_reply': {
      const { allowed, permanent } = readCallPermission(content);
      return allowed ? t(permanent ? 'callAllowed' : 'callAllowedOnce') : t('callDenied');
    }
    default: {
      const type = unsupportedType(content) ?? '';
      if (/poll/i.test(type)) return t('unsupportedPoll');
      if (/view_?once/i.test(type)) return t('unsupportedViewOnce');
      return /event/i.test(type) ? t('unsupportedEvent') : t('unsupported');
    }
  }
}
