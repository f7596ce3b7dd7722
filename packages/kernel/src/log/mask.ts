import { createHash } from 'node:crypto';
import { cnpjShape, digitRun as digits, gap, latinDigits } from '../personal/index.ts';
import { parsePhone } from '../phones.ts';
import { isCnpj, isCpf } from '../tax-ids.ts';
import { maskEmails } from './mask-emails.ts';

/** Every quantifier below is bounded, or its match starts only where a run of its characters starts: a megabyte costs a fraction of a second. */
const wamid = /wamid\.[\w+/=-]+/g;
const opaque = /(?<![\w+/-])[\w+/-]{40,}={0,2}/g;
const cnpj = new RegExp(cnpjShape, 'gi');

const uuid = '(?<![0-9a-f])[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}(?![0-9a-f])';
const traceparent = '(?<![0-9a-f])00-[0-9a-f]{32}-[0-9a-f]{16}-0[0-3](?![0-9a-f])';
const time =
  '(?<!\\d)(?:19|20)\\d\\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])(?:[T ]\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?)?(?!\\d)';
const octet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const ipv4 = `(?<![\\d.])(?:${octet}\\.){3}${octet}(?!\\.?\\d)`;
const duration = '(?<![\\d.)-])\\d{1,6}\\.\\d{5,15} ?(?:ms|µs|us|%)(?!\\w)';

const named =
  '(?:(?:access|verify|refresh|id|api|app|client|hub\\.verify)[_-]?)?(?:token|secret|password|passwd|senha|appsecret_proof|signature|api[_-]?key|authorization|cookie)';
const assignment = `(?<name>(?<![a-z])${named}["']?${gap}{0,2}[=:]${gap}{0,2}["']?)(?!\\[)(?:(?:bearer|basic)${gap}{1,3})?[^\\s"'&,;}\\]]+`;
const tokens = [
  'EAA[\\w-]{16,}',
  '(?<![a-z0-9])eyJ[\\w-]{8,}(?:\\.[\\w-]+){0,4}',
  '(?<![a-z0-9])(?:bk|sk|pk|rk|whsec|gh[pousr]|glpat|xox[abprs])[_-][\\w-]{6,}',
  '(?<![a-z0-9])(?:AKIA[0-9A-Z]{12,}|AIza[\\w-]{20,})',
  '-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[^-]*(?:-----END[A-Z ]{0,40}-----)?',
  '(?<=:\\/\\/)[^\\s/@]+@',
].join('|');
const bearer = `(?<scheme>(?<![a-z0-9])(?:bearer|basic)${gap}{1,3})(?!\\[)[\\w.~+/=-]{6,}`;
const hex = '(?<![0-9a-f])[0-9a-f]{32,}';

const everything = new RegExp(
  `(?<keep>${uuid}|${traceparent}|${time}|${ipv4}|${duration})|${assignment}|${bearer}|(?<token>${tokens}|${hex})|(?<digits>${digits})`,
  'gi',
);

interface Groups {
  readonly keep?: string;
  readonly name?: string;
  readonly scheme?: string;
  readonly token?: string;
  readonly digits?: string;
}

/**
 * Text with phones, CPFs, CNPJs, e-mails and secrets taken out, whatever their spelling. Ids, times, addresses and durations stay
 * readable. It does not know what is a message's text: `maskDeep` does, by the name of the field.
 */
export function mask(text: string): string {
  if (text.length < 6) return text;
  let masked = latinDigits(text);
  if (masked.includes('wamid.')) masked = masked.replace(wamid, (id) => shortHash('wamid', id));
  if (masked.length >= 40) masked = masked.replace(opaque, (run) => (isOpaque(run) ? '[secret]' : run));
  if (masked.length >= 14) masked = masked.replace(cnpj, (run) => (isLetteredCnpj(run) ? '[cnpj]' : run));
  return maskEmails(masked).replace(
    everything,
    (match: string, ...rest: unknown[]) => replaceOne(match, rest.at(-1) as Groups), // what replace() hands over last
  );
}

function replaceOne(match: string, groups: Groups): string {
  if (groups.digits !== undefined) return maskDigits(match);
  if (groups.keep !== undefined) return match;
  if (groups.name !== undefined) return `${groups.name}[secret]`;
  if (groups.scheme !== undefined) return `${groups.scheme}[secret]`;
  return match.endsWith('@') ? '[secret]@' : '[secret]';
}

function maskDigits(run: string): string {
  const only = run.replace(/\D/g, '');
  if (only.length < 8) return run;
  // Milliseconds since 1970, as they are until 2033.
  if (/^1\d{12}$/.test(run)) return run;
  if (isCpf(only) || /^\d{3}\.\d{3}\.\d{3}-\d{2}$/.test(run)) return '[cpf]';
  if (only.length === 14) return '[cnpj]';
  return only.length <= 15 || parsePhone(run) !== undefined ? `[phone …${only.slice(-2)}]` : '[number]';
}

/** WhatsApp's message ids are base64 with the telephone inside. Letters only, so that what comes out is not masked again. */
export function shortHash(kind: 'wamid' | 'bsuid', id: string): string {
  const hash = createHash('sha256').update(id).digest();
  let letters = '';
  for (let i = 0; i < 10; i++) letters += String.fromCharCode(97 + ((hash[i] as number) % 26)); // a sha256 has 32 bytes
  return `${kind}#${letters}`;
}

/** A long run is a secret when it mixes capitals, small letters and digits, or is padded like base64; a path is not. */
function isOpaque(run: string): boolean {
  if (run.endsWith('=')) return true;
  return !run.includes('/') && /[a-z]/.test(run) && /[A-Z]/.test(run) && /\d/.test(run);
}

function isLetteredCnpj(run: string): boolean {
  if (!/[a-z]/i.test(run)) return false;
  return isCnpj(run) || /^.{2}\..{3}\..{3}\/.{4}-\d{2}$/.test(run);
}
