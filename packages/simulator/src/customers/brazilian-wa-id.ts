/** The number without the ninth digit of Brazilian mobiles: one person, however it is typed. */
export function personKey(digits: string): string {
  const match = /^55(\d{2})9?(\d{8})$/.exec(digits);
  return match ? `55${match[1]}${match[2]}` : digits;
}

/**
 * Meta's own form of a number: accounts of Brazil outside the states of São Paulo, Rio and Espírito Santo (DDD 31 and
 * above) were mostly made before the ninth digit and keep eight; which differs from what people type.
 */
export function brazilianWaId(digits: string): string {
  const match = /^55(\d{2})9(\d{8})$/.exec(digits);
  return match && Number(match[1]) >= 31 ? `55${match[1]}${match[2]}` : digits;
}

/** Digits with the country's prefix, from what a person types. */
export function phoneDigits(typed: string): string {
  const digits = typed.replace(/[^0-9]/g, '').replace(/^0+/, '');
  if (typed.trim().startsWith('+')) return digits;
  return digits.length === 10 || digits.length === 11 ? `55${digits}` : digits;
}
