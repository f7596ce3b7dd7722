import type { DeskEvent, PassingArea, PresenceState } from '@balcao/contract';
import { useEffect, useEffectEvent, useState } from 'react';
import { createStore, useRead, useStore } from '../api/index.ts';
import { type ConnectionState, connection, deskEvents, presenceChanges, typingChanges, watch } from './connection.ts';

type NamedType = 'inbox.changed' | 'inbox.gone' | 'message.changed' | 'ticket.event' | `${PassingArea}.*`;
type EventOf<Type> = Type extends `${infer Area}.*`
  ? Extract<DeskEvent, { type: `${Area}.${string}` }>
  : Extract<DeskEvent, { type: Type }>;

/** `useDeskEvent('inbox.changed', (event) => …)`; `'department.*'` hears all of an area. The listener may use fresh props. */
export function useDeskEvent<Type extends NamedType>(type: Type, listener: (event: EventOf<Type>) => void): void {
  const hear = useEffectEvent(listener);
  useEffect(
    () =>
      deskEvents.listen((event) => {
        const fits = type.endsWith('.*') ? event.type.startsWith(type.slice(0, -1)) : event.type === type;
        if (fits) hear(event as EventOf<Type>); // its type was just compared
      }),
    [type],
  );
}

/** Every event, as it comes. */
export function useAnyDeskEvent(listener: (event: DeskEvent) => void): void {
  const hear = useEffectEvent(listener);
  useEffect(() => deskEvents.listen((event) => hear(event)), []);
}

export const useConnection = (): ConnectionState => useStore(connection);

/** While shown: `message.changed`, `ticket.event` and typing of this conversation come. */
export function useWatch(conversationId: string | undefined): void {
  useEffect(() => {
    if (conversationId === undefined) return undefined;
    const stop = watch(conversationId);
    return () => void stop();
  }, [conversationId]);
}

/** Typing fades by itself, should the word that it ended be lost. */
const FADE_MS = 8_000;

/** Who writes in a conversation now: member ids, or `customer`. */
export function useTyping(conversationId: string | undefined): readonly string[] {
  const [typing, setTyping] = useState<readonly string[]>([]);
  useEffect(() => {
    const timers = new Map<string, ReturnType<typeof setTimeout>>();
    const without = (by: string) => setTyping((now) => now.filter((one) => one !== by));
    const stop = typingChanges.listen((change) => {
      if (change.conversationId !== conversationId) return;
      clearTimeout(timers.get(change.by));
      if (!change.on) return without(change.by);
      timers.set(
        change.by,
        setTimeout(() => without(change.by), FADE_MS),
      );
      return setTyping((now) => (now.includes(change.by) ? now : [...now, change.by]));
    });
    return () => {
      stop();
      for (const timer of timers.values()) clearTimeout(timer);
      setTyping([]);
    };
  }, [conversationId]);
  return typing;
}

const present = createStore<ReadonlyMap<string, PresenceState>>(new Map());
presenceChanges.listen(({ memberId, state }) => present.set((now) => new Map(now).set(memberId, state)));

/** Online, away or offline, by member. */
export function usePresence(): (memberId: string) => PresenceState {
  const listed = useRead('presence.list', {}, { staleTime: 60_000 });
  const told = useStore(present);
  return (memberId) =>
    told.get(memberId) ?? listed.data?.members.find((one) => one.memberId === memberId)?.state ?? 'offline';
}
