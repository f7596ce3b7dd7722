import { createContext, use, useEffect, useMemo, useRef } from 'react';
import { refresh, useRead, useReadPages } from '../../api/index.ts';
import { useDeskEvent } from '../../realtime/index.ts';
import { useCan } from '../../session/index.ts';
import { type BotHandoff, type BotSigns, noSigns, readTurns } from './read-turns.ts';

/** The bot decides a moment after a message came; its own messages come with the decision. */
const DECIDED_AFTER_MS = 1_500;
const noHandoffs: readonly BotHandoff[] = [];

const Signs = createContext<BotSigns>(noSigns);
export const BotSignsProvider = Signs.Provider;
export const useBotSigns = (): BotSigns => use(Signs);

/** What the bot understood and said in a talk, as far back as messages are shown. */
export function useBotTalk(conversationId: string, since: string | undefined): BotSigns {
  const may = useCan()('bot:read');
  const pages = useReadPages('bot-turns.of-conversation', { conversationId, limit: 100 }, 'before', { enabled: may });
  const turns = useMemo(() => pages.data?.pages.flatMap((page) => page.turns) ?? [], [pages.data]);
  const { hasNextPage, isFetching, fetchNextPage } = pages;
  const oldest = turns.at(-1)?.at;
  const more = hasNextPage && !isFetching && since !== undefined && oldest !== undefined && oldest > since;
  useEffect(() => {
    if (more) void fetchNextPage();
  }, [more, fetchNextPage]);
  useTurnsFeed(conversationId, may);
  return useMemo(() => (turns.length === 0 ? noSigns : readTurns(turns)), [turns]);
}

function useTurnsFeed(conversationId: string, may: boolean): void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useDeskEvent('message.changed', ({ data: { message } }) => {
    if (!may || message.conversationId !== conversationId) return;
    if (message.origin !== 'bot' && message.origin !== 'customer') return;
    clearTimeout(timer.current);
    const again = () => void refresh('bot-turns.of-conversation');
    timer.current = setTimeout(again, message.origin === 'bot' ? 300 : DECIDED_AFTER_MS);
  });
}

/** Each time the bot gave this talk to people, newest first. */
export function useHandoffs(conversationId: string): readonly BotHandoff[] {
  const read = useRead('handoffs.of-conversation', { conversationId }, { staleTime: 30_000 });
  useDeskEvent('ticket.event', ({ data }) => {
    if (data.conversationId === conversationId && data.event?.kind === 'handed_off')
      void refresh('handoffs.of-conversation');
  });
  return read.data?.handoffs ?? noHandoffs;
}
