import { parseCnpj, parseCpf, parsePhone } from '@balcao/kernel';
import { foldText } from '../../search/index.ts';
import type { ContactField } from './field.ts';

export type FieldProblem = 'bad_value' | 'unknown_choice' | 'too_long';
type Normal = { readonly value: string | number | boolean } | { readonly problem: FieldProblem };

const LONGEST = 2_000;
const bad = { problem: 'bad_value' } as const;
const found = (value: string | number | boolean | undefined): Normal => (value === undefined ? bad : { value });

const readers: Readonly<Record<ContactField['type'], (text: string, options: readonly string[]) => Normal>> = {
  text: (text) => ({ value: text }),
  number: (text) => found(readNumber(text)),
  date: (text) => found(readDate(text)),
  boolean: (text) => found(readYes(text)),
  choice: (text, options) => {
    const folded = foldText(text);
    const option = options.find((one) => one === text) ?? options.find((one) => foldText(one) === folded);
    return option === undefined ? { problem: 'unknown_choice' } : { value: option };
  },
  cpf: (text) => found(parseCpf(padded(text, 11))),
  cnpj: (text) => found(parseCnpj(padded(text, 14))),
  cep: (text) => found(/^\d{8}$/.exec(padded(text, 8).replace(/\D/g, ''))?.[0]),
  email: (text) => found(readEmail(text)),
  phone: (text) => found(parsePhone(text)?.e164),
  url: (text) => found(readUrl(text)),
};

/** The one spelling in which a field of this type is kept, of whatever a person or a spreadsheet wrote. */
export function normaliseValue(
  field: Pick<ContactField, 'type' | 'options'>,
  given: string | number | boolean,
): Normal {
  const text = String(given).normalize('NFC').trim();
  if (text.length > LONGEST) return { problem: 'too_long' };
  if (text.includes('\0') || text === '') return bad;
  if (field.type === 'number' && typeof given === 'number') return found(Number.isFinite(given) ? given : undefined);
  return readers[field.type](text, field.options);
}

/** A spreadsheet takes a paper's number for a number and drops its zeros. */
const padded = (text: string, length: number): string =>
  /^\d+$/.test(text) && text.length < length && text.length >= length - 3 ? text.padStart(length, '0') : text;

/** `1.234,56` as in Brazil, `1234.56` as machines write it. */
function readNumber(text: string): number | undefined {
  const bare = text.replace(/^R\$\s*/i, '').replace(/\s/g, '');
  const plain =
    /^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(bare) || /^-?\d+,\d+$/.test(bare)
      ? bare.replaceAll('.', '').replace(',', '.')
      : bare;
  return /^-?\d{1,15}(\.\d{1,10})?$/.test(plain) ? Number(plain) : undefined;
}

/** `21/11/2026` or `2026-11-21`; a day that does not exist is none. */
function readDate(text: string): string | undefined {
  const brazilian = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:T.*)?$/.exec(text);
  const [year, month, day] = brazilian
    ? [brazilian[3], brazilian[2], brazilian[1]]
    : iso
      ? [iso[1], iso[2], iso[3]]
      : [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return at.toISOString().startsWith(written) ? written : undefined;
}

const yes = new Set(['true', 'sim', 's', '1', 'x', 'yes', 'y', 'si', 'verdadeiro']);
const no = new Set(['false', 'nao', 'n', '0', 'no', 'falso']);
function readYes(text: string): boolean | undefined {
  const folded = foldText(text);
  return yes.has(folded) ? true : no.has(folded) ? false : undefined;
}

export function readEmail(text: string): string | undefined {
  const email = text.trim().toLowerCase();
  return email.length <= 254 && /^[^\s@"<>(),;:\\]+@[^\s@.]+(\.[^\s@.]+)+$/.test(email) ? email : undefined;
}

function readUrl(text: string): string | undefined {
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`);
  return url !== null && /^https?:$/.test(url.protocol) && url.hostname.includes('.') ? url.href : undefined;
}
