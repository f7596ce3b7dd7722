export type PhoneKind = 'mobile' | 'landline' | 'foreign';

export interface Phone {
  /** As it was given. */
  readonly typed: string;
  /** One key per line, whether the ninth digit was typed or not: 55 + DDD + last eight; foreign numbers: their digits. */
  readonly key: string;
  /** With + and, for Brazilian mobiles, the ninth digit. */
  readonly e164: string;
  readonly kind: PhoneKind;
}

/** The DDDs that exist (Anatel). */
const ddds = new Set(
  '11 12 13 14 15 16 17 18 19 21 22 24 27 28 31 32 33 34 35 37 38 41 42 43 44 45 46 47 48 49 51 53 54 55 61 62 63 64 65 66 67 68 69 71 73 74 75 77 79 81 82 83 84 85 86 87 88 89 91 92 93 94 95 96 97 98 99'.split(
    ' ',
  ),
);

/** Any spelling, national numbers taken as Brazilian; undefined when it cannot be a telephone. */
export function parsePhone(typed: string): Phone | undefined {
  const digits = typed.normalize('NFKC').replace(/\D/g, '');
  const international = /^\s*(\+|00)/.test(typed.normalize('NFKC'));
  const rest = international && !typed.includes('+') ? digits.slice(2) : digits;
  const brazilian = parseBrazilian(rest, international);
  if (brazilian) return { typed, ...brazilian };
  if (rest.length < 7 || rest.length > 15 || rest.startsWith('0') || (rest.startsWith('55') && international))
    return undefined;
  if (!international && rest.length <= 11) return undefined;
  return { typed, key: rest, e164: `+${rest}`, kind: 'foreign' };
}

function parseBrazilian(digits: string, international: boolean): Omit<Phone, 'typed'> | undefined {
  const national = nationalPart(digits, international);
  if (national === undefined) return undefined;
  const ddd = national.slice(0, 2);
  const subscriber = national.slice(2);
  if (!ddds.has(ddd)) return undefined;
  const lastEight = subscriber.slice(-8);
  if (/^(9\d{8}|[6-9]\d{7})$/.test(subscriber)) {
    return { key: `55${ddd}${lastEight}`, e164: `+55${ddd}9${lastEight}`, kind: 'mobile' };
  }
  if (/^[2-5]\d{7}$/.test(subscriber))
    return { key: `55${ddd}${lastEight}`, e164: `+55${ddd}${lastEight}`, kind: 'landline' };
  return undefined;
}

/** DDD and subscriber, without 55, the trunk 0 or the carrier's two digits after it. */
function nationalPart(digits: string, international: boolean): string | undefined {
  const withCountry = /^550?(\d{10,11})$/.exec(digits)?.[1];
  if (withCountry !== undefined && !withCountry.startsWith('0')) return withCountry;
  if (international) return undefined;
  if (/^\d{10,11}$/.test(digits) && !digits.startsWith('0')) return digits;
  if (/^0\d{10,11}$/.test(digits)) return digits.slice(1);
  if (/^0\d{12,13}$/.test(digits)) return digits.slice(3);
  return undefined;
}

/** The key under which a number of a provider (always with its country) or of a person is found; what cannot be a telephone keeps its digits. */
export function canonicalPhoneKey(typed: string): string {
  return parsePhone(typed)?.key ?? typed.replace(/\D/g, '');
}

/** The spellings WhatsApp may know a line by, likeliest first: for a Brazilian mobile with and without the ninth digit. */
export function phoneVariants(typed: string): string[] {
  const phone = parsePhone(typed);
  if (phone === undefined) return [];
  return phone.kind === 'mobile' ? [phone.e164.slice(1), phone.key] : [phone.key];
}

/** For people: (11) 98765-4321 in Brazil, +1 4155550123 elsewhere. */
export function formatPhone(typed: string): string {
  const phone = parsePhone(typed);
  if (phone === undefined) return typed;
  if (phone.kind === 'foreign') return phone.e164;
  const national = phone.e164.slice(3);
  return `(${national.slice(0, 2)}) ${national.slice(2, -4)}-${national.slice(-4)}`;
}
