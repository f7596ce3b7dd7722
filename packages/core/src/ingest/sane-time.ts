const DAY_MS = 86_400_000;
const WHATSAPP_BEGAN = Date.UTC(2009, 0, 1);

/** The provider's time when it can be true; else the time of receipt. A mistyped year must not break a row or a partition. */
export function saneTime(at: Date | undefined, receivedAt: Date): Date {
  const time = at?.getTime() ?? Number.NaN;
  return time >= WHATSAPP_BEGAN && time <= receivedAt.getTime() + DAY_MS ? new Date(time) : receivedAt;
}
