import { useCallback } from 'react';
import { type Output, useRead } from '../api/index.ts';
import { useCan } from '../session/index.ts';
import { useTexts } from '../text/index.ts';
import { botWords } from './texts/texts.ts';

type Intent = Output<'intents.list'>['intents'][number];
const none: readonly Intent[] = [];

/** What customers may want, as the company calls it; read once in a while. Nothing for whoever may not see it. */
export function useIntents(): readonly Intent[] {
  const may = useCan()('bot:read');
  return useRead('intents.list', {}, { enabled: may, staleTime: 10 * 60_000 }).data?.intents ?? none;
}

/** An intent as people call it. */
export function useIntentName(): (key: string | null) => string {
  const t = useTexts(botWords);
  const intents = useIntents();
  return useCallback(
    (key) => {
      if (key === null) return t('noIntent');
      if (key === 'outside') return t('outside');
      return intents.find((one) => one.key === key)?.name ?? key.replaceAll('_', ' ');
    },
    [t, intents],
  );
}
