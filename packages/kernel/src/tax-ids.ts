const stripped = (typed: string) =>
  typed
    .normalize('NFKC')
    .replace(/[\s./-]/g, '')
    .toUpperCase();

/** Each place counts its ASCII code minus 48 (A = 17), times its weight, modulo 11: the rule since letters came, and the old one for digits. */
function checkDigit(places: string, weights: readonly number[]): string {
  let sum = 0;
  weights.forEach((weight, i) => {
    sum += (places.charCodeAt(i) - 48) * weight;
  });
  const rest = sum % 11;
  return String(rest < 2 ? 0 : 11 - rest);
}

const cpfWeights = [11, 10, 9, 8, 7, 6, 5, 4, 3, 2];
const cnpjWeights = [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];
const allSame = (text: string) => /^(.)\1*$/.test(text);

/** The eleven digits of a valid CPF, however it was typed; undefined when it is none. */
export function parseCpf(typed: string): string | undefined {
  const cpf = stripped(typed);
  if (!/^\d{11}$/.test(cpf) || allSame(cpf)) return undefined;
  const first = checkDigit(cpf.slice(0, 9), cpfWeights.slice(1));
  return cpf.endsWith(first + checkDigit(cpf.slice(0, 9) + first, cpfWeights)) ? cpf : undefined;
}

/** The fourteen places of a valid CNPJ, in capitals; letters may stand in the first twelve since July 2026. */
export function parseCnpj(typed: string): string | undefined {
  const cnpj = stripped(typed);
  if (!/^[0-9A-Z]{12}\d{2}$/.test(cnpj) || allSame(cnpj)) return undefined;
  const first = checkDigit(cnpj.slice(0, 12), cnpjWeights.slice(1));
  return cnpj.endsWith(first + checkDigit(cnpj.slice(0, 12) + first, cnpjWeights)) ? cnpj : undefined;
}

export const isCpf = (typed: string): boolean => parseCpf(typed) !== undefined;
export const isCnpj = (typed: string): boolean => parseCnpj(typed) !== undefined;

export function formatCpf(typed: string): string {
  return stripped(typed).replace(/^(\d{3})(\d{3})(\d{3})(\d{2})$/, '$1.$2.$3-$4');
}

export function formatCnpj(typed: string): string {
  return stripped(typed).replace(/^(.{2})(.{3})(.{3})(.{4})(.{2})$/, '$1.$2.$3/$4-$5');
}
