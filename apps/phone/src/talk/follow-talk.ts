import type { Api } from './api.ts';
import type { TalkEvent } from './reduce-talk.ts';
import type { BusinessNumber, Chat, Customer, Message } from './types.ts';

const againAfterMs = 1000;

/** Reads the state, then follows its events; comes back by itself, with the last cursor, after any break. */
export function followTalk(api: Api, dispatch: (event: TalkEvent) => void): () => void {
  let stopped = false;
  let source: EventSource | undefined;
  let timer: number | undefined;

  const again = () => {
    source?.close();
    source = undefined;
    dispatch({ type: 'connected', connected: false });
    if (!stopped && timer === undefined) timer = window.setTimeout(begin, againAfterMs);
  };

  function listen(cursor: string): void {
    const stream = new EventSource(api.eventsUrl(cursor));
    source = stream;
    const on = <T>(name: string, read: (data: T) => TalkEvent) =>
      stream.addEventListener(name, (frame: MessageEvent<string>) =>
        dispatch(read((JSON.parse(frame.data) as { data: T }).data)),
      );
    on<Message>('message', (message) => ({ type: 'message', message }));
    on<Chat>('chat', (chat) => ({ type: 'chat', chat }));
    on<Customer>('customer', (customer) => ({ type: 'customer', customer }));
    on<BusinessNumber>('number', (number) => ({ type: 'number', number }));
    on('reset', () => ({ type: 'reset' }));
    stream.addEventListener('open', () => dispatch({ type: 'connected', connected: true }));
    stream.addEventListener('resync', again);
    // The simulator may have lost its memory (a restart): the state is read anew, not only the stream.
    stream.addEventListener('error', again);
  }

  function begin(): void {
    timer = undefined;
    api.state().then(
      (state) => {
        if (stopped) return;
        dispatch({ type: 'state', state });
        listen(state.cursor);
      },
      () => again(),
    );
  }

  begin();
  return () => {
    stopped = true;
    window.clearTimeout(timer);
    source?.close();
  };
}
