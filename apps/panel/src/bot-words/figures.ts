import type { Language } from '../text/index.ts';

const MICROS = 1_000_000;

/** Millionths of a dollar as people read them: what costs next to nothing keeps the digits that say so. */
export function dollars(micros: number, language: Language): string {
  const value = micros / MICROS;
  const small = value !== 0 && Math.abs(value) < 0.1;
  return value.toLocaleString(language, {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: 2,
    maximumFractionDigits: small ? 5 : 2,
  });
}

export const percent = (share: number, language: Language): string =>
  share.toLocaleString(language, { style: 'percent', maximumFractionDigits: share > 0 && share < 0.01 ? 1 : 0 });

export const count = (value: number, language: Language): string => value.toLocaleString(language);

/** 420 ms, 1,8 s. */
export const took = (ms: number, language: Language): string =>
  ms < 1000
    ? `${Math.round(ms).toLocaleString(language)} ms`
    : `${(ms / 1000).toLocaleString(language, { maximumFractionDigits: 1 })} s`;
