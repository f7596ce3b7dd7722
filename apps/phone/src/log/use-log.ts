import { useEffect, useReducer, useState } from 'react';
import { foldLog, type LogCard, type LogEvent } from './fold-log.ts';

type Action = { events: LogEvent[] } | { clear: true };

function reduce(cards: LogCard[], action: Action): LogCard[] {
  return 'clear' in action ? [] : action.events.reduce(foldLog, cards);
}

const againAfterMs = 1500;
const mostPages = 40;

/** The server's log, followed by its cursor. `present` stays false where there is none: the page then hides it. */
export function useLog(base: string): { present: boolean; cards: LogCard[] } {
  const [cards, dispatch] = useReducer(reduce, []);
  const [present, setPresent] = useState(false);

  useEffect(() => {
    let stopped = false;
    let source: EventSource | undefined;
    let timer: number | undefined;
    let cursor = '';

    const again = () => {
      source?.close();
      if (!stopped) timer = window.setTimeout(() => void begin(), againAfterMs);
    };
    const take = (events: LogEvent[]) => {
      cursor = events.at(-1)?.cursor ?? cursor;
      if (!stopped && events.length > 0) dispatch({ events });
    };
    const listen = () => {
      source = new EventSource(`${base}/stream${cursor === '' ? '' : `?after=${encodeURIComponent(cursor)}`}`);
      const read = (frame: MessageEvent<string>) => take([JSON.parse(frame.data) as LogEvent]);
      source.addEventListener('message', read);
      source.addEventListener('ledger', read);
      source.addEventListener('error', again);
    };
    /** One page of the past: how many events it had; undefined where there is no log. */
    const readPage = async (): Promise<number | undefined> => {
      const query = cursor === '' ? '' : `?after=${encodeURIComponent(cursor)}`;
      const answer = await fetch(`${base}${query}`, { headers: { accept: 'application/json' } });
      if (answer.status === 404) return undefined;
      if (!answer.ok || !answer.headers.get('content-type')?.includes('json')) throw new Error(`HTTP ${answer.status}`);
      const body = (await answer.json()) as { events: LogEvent[]; cursor?: string };
      take(body.events);
      cursor = body.cursor ?? cursor;
      return body.events.length;
    };
    async function begin(): Promise<void> {
      try {
        for (let pages = 0; pages < mostPages; pages++) {
          const before = cursor;
          const count = await readPage();
          if (count === undefined || stopped) return setPresent(false);
          if (count === 0 || cursor === before) break;
        }
        setPresent(true);
        listen();
      } catch {
        again();
      }
      return undefined;
    }

    void begin();
    return () => {
      stopped = true;
      window.clearTimeout(timer);
      source?.close();
      dispatch({ clear: true });
    };
  }, [base]);

  return { present, cards };
}
