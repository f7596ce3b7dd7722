import { Readable } from 'node:stream';
import type { Flow, Headers, Sink } from './exchange.ts';
import type { HttpAnswer, HttpStream } from './http-client.ts';
import { HttpError } from './http-error.ts';

export interface Pending<T> {
  readonly resolve: (value: T) => void;
  readonly reject: (error: HttpError) => void;
}

/** The whole answer in memory. */
export function bufferSink({ resolve, reject }: Pending<HttpAnswer>): Sink {
  const chunks: Buffer[] = [];
  let status = 0;
  let headers: Headers = {};
  return {
    start(s, h) {
      status = s;
      headers = h;
    },
    data: (chunk) => void chunks.push(chunk),
    end: () => resolve({ status, headers, body: chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks) }),
    fail: reject,
  };
}

/** The answer as it comes, no faster than it is read. */
export function streamSink({ resolve, reject }: Pending<HttpStream>): Sink {
  let body: Readable | undefined;
  return {
    start(status, headers, flow) {
      // It can fail before whoever asked has had a turn to listen: unheard, that would end the program. Readers still get the error.
      body = readableOf(flow).on('error', () => {});
      resolve({ status, headers, body });
    },
    data(chunk) {
      if (body !== undefined && !body.push(chunk)) flows.get(body)?.pause();
    },
    end: () => void body?.push(null),
    fail: (error) => (body === undefined ? reject(error) : void body.destroy(error)),
  };
}

const flows = new WeakMap<Readable, Flow>();

function readableOf(flow: Flow): Readable {
  const body = new Readable({
    read: () => flow.resume(),
    destroy(error, done) {
      // Nothing happens when the exchange is over already.
      flow.stop(new HttpError('body', 'aborted', 'The answer was not read to its end.'));
      done(error);
    },
  });
  flows.set(body, flow);
  return body;
}
