import { type SendSentence, sendSentences, type Treatment, treatments } from '@balcao/channels/port';
import { classifyCode } from '@balcao/channels/whatsapp-cloud';
import type { Language, ThreadMessage } from '@balcao/contract';
import type { ThreadRow } from '@balcao/core/messages';

const isSentence = (word: string | null): word is SendSentence => word !== null && Object.hasOwn(sendSentences, word);
const isTreatment = (word: string): word is Treatment => Object.hasOwn(treatments, word);

/** What the attendant reads about a message that did not go, or not yet. */
export function problemOf(
  row: Pick<ThreadRow, 'status' | 'errorCode' | 'errorDetail' | 'waitsFor'>,
  language: Language,
): ThreadMessage['problem'] {
  const key = keyOf(row);
  if (key === undefined) return null;
  return { key, text: sendSentences[key][language], code: row.status === 'failed' ? row.errorCode : null };
}

function keyOf({
  status,
  errorCode,
  errorDetail,
  waitsFor,
}: Parameters<typeof problemOf>[0]): SendSentence | undefined {
  if (status === 'unknown') return 'no_answer_yet';
  // What the outbox gave up carries its sentence; what a status webhook refused carries the provider's code.
  if (status === 'failed')
    return isSentence(errorDetail) ? errorDetail : classifyCode(errorCode ?? undefined, '').sentence;
  if (status !== 'queued' || waitsFor === null) return undefined;
  const treatment = waitsFor.trim().split(' ').at(-1) ?? '';
  if (isTreatment(treatment)) return treatments[treatment].sentence;
  return waitsFor.startsWith('held ') ? 'channel_paused' : undefined;
}
