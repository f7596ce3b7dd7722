import { useLanguage } from '../text/index.ts';

const either = ['.', ','];

/** For fields of numbers: 0,4 and 0.4 are both taken for what they are. */
export function useDecimals() {
  return { decimalSeparator: useLanguage() === 'en' ? '.' : ',', allowedDecimalSeparators: either };
}
