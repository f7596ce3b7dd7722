import type { IncomingHttpHeaders } from 'node:http';
import type { Agent, Dispatcher } from 'undici';
import { classifyFailure } from './classify-failure.ts';
import type { HttpRequest } from './http-client.ts';
import { HttpError, type HttpPhase } from './http-error.ts';
import type { Target } from './parse-target.ts';

export type Headers = Readonly<Record<string, string>>;

/** Where one answer goes. Exactly one of `end` and `fail` is called, last. */
export interface Sink {
  start(status: number, headers: Headers, flow: Flow): void;
  data(chunk: Buffer): void;
  end(): void;
  fail(error: HttpError): void;
}

export interface Flow {
  pause(): void;
  resume(): void;
  stop(error: HttpError): void;
}

export interface Outgoing {
  readonly method: HttpRequest['method'];
  readonly target: Target;
  readonly headers: Headers;
  readonly body: HttpRequest['body'];
  readonly maxBytes: number;
  readonly deadlineMs: number;
  readonly signal: AbortSignal | undefined;
}

/**
 * One request and its answer, on undici's lowest level: that is the cheapest, and the only one that tells whether the request was
 * written. `onRequestStart` runs just before the first byte goes out, so a failure before it means the other side saw nothing.
 */
export function exchange(agent: Agent, out: Outgoing, sink: Sink): void {
  new Exchange(out, sink).begin(agent);
}

class Exchange implements Dispatcher.DispatchHandler {
  readonly #out: Outgoing;
  readonly #sink: Sink;
  readonly #timer: NodeJS.Timeout;
  readonly #onAbort = () => this.#stop(new HttpError(this.#phase, 'aborted', `${this.#what()} was given up.`));
  #controller: Dispatcher.DispatchController | undefined;
  #phase: HttpPhase = 'connect';
  #received = 0;
  #over = false;

  constructor(out: Outgoing, sink: Sink) {
    this.#out = out;
    this.#sink = sink;
    this.#timer = setTimeout(
      () => this.#stop(new HttpError(this.#phase, 'timeout', `${this.#what()} took too long.`)),
      Math.max(0, out.deadlineMs),
    );
    out.signal?.addEventListener('abort', this.#onAbort);
  }

  begin(agent: Agent): void {
    const { target, method, headers, body, signal } = this.#out;
    if (signal?.aborted) return this.#onAbort();
    try {
      agent.dispatch(
        {
          origin: target.origin,
          path: target.path,
          method,
          headers: headers as Record<string, string>,
          body: body ?? null,
        },
        this,
      );
    } catch (error) {
      this.#settle(() => this.#sink.fail(classifyFailure(error, 'connect', this.#what())));
    }
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#over) controller.abort(new Error('given up before it was sent'));
    else this.#phase = 'sent';
  }

  onResponseStart(controller: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    if (status < 200) return;
    this.#phase = 'body';
    if (Number(headers['content-length']) > this.#out.maxBytes && this.#out.method !== 'HEAD') return this.#tooLarge();
    const flow: Flow = {
      pause: () => controller.pause(),
      resume: () => controller.resume(),
      stop: (error) => this.#stop(error),
    };
    this.#sink.start(status, flatten(headers), flow);
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#over) return;
    this.#received += chunk.length;
    if (this.#received > this.#out.maxBytes) this.#tooLarge();
    else this.#sink.data(chunk);
  }

  onResponseEnd(): void {
    this.#settle(() => this.#sink.end());
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#settle(() => this.#sink.fail(classifyFailure(error, this.#phase, this.#what())));
  }

  #tooLarge(): void {
    this.#stop(
      new HttpError('body', 'too_large', `The answer to ${this.#what()} is over ${this.#out.maxBytes} bytes.`),
    );
  }

  #stop(error: HttpError): void {
    this.#settle(() => this.#sink.fail(error));
    this.#controller?.abort(error);
  }

  #settle(finish: () => void): void {
    if (this.#over) return;
    this.#over = true;
    clearTimeout(this.#timer);
    this.#out.signal?.removeEventListener('abort', this.#onAbort);
    finish();
  }

  /** Without the path: it may hold ids, signatures and tokens. */
  #what(): string {
    return `${this.#out.method} ${this.#out.target.origin}`;
  }
}

function flatten(headers: IncomingHttpHeaders): Headers {
  const flat: Record<string, string> = {};
  for (const name in headers) {
    const value = headers[name];
    if (value !== undefined) flat[name] = typeof value === 'string' ? value : value.join(', ');
  }
  return flat;
}
