import { useCallback } from 'react';
import { useTexts } from '../text/index.ts';
import { botWords } from './texts/texts.ts';

/** An intent as people call it. */
export function useIntentName(): (key: string | null) => string {
  const t = useTexts(botWords);
  return useCallback(
    (key) => {
      if (key === null) return t('noIntent');
      if (key === 'outside') return t('outside');
      return key.replaceAll('_', ' ');
    },
    [t],
  );
}
