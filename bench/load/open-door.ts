import { connect, type Socket } from 'node:net';

export interface Answer {
  /** 0 when no answer came: refused, reset or timed out. */
  readonly status: number;
  readonly retryAfter?: string;
  readonly body: string;
}

export interface Door {
  /** A whole request, head and body; made once, posted as often as wanted. */
  request(body: Buffer, headers: Readonly<Record<string, string>>): Buffer;
  post(request: Buffer): Promise<Answer>;
  waiting(): number;
  close(): void;
}

interface Job {
  readonly request: Buffer;
  readonly done: (answer: Answer) => void;
}

const headEnd = Buffer.from('\r\n\r\n');
const noAnswer: Answer = { status: 0, body: '' };

function readAnswer(bytes: Buffer): { answer: Answer; closing: boolean } | undefined {
  const end = bytes.indexOf(headEnd);
  if (end < 0) return undefined;
  const head = bytes.toString('latin1', 0, end);
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  const chunked = length === undefined && /\r\ntransfer-encoding: *chunked/i.test(head);
  const start = end + headEnd.length;
  const size = Number(length ?? 0);
  if (chunked ? !bytes.subarray(start).toString('latin1').endsWith('0\r\n\r\n') : bytes.length < start + size)
    return undefined;
  const retryAfter = /\r\nretry-after: *([^\r]+)/i.exec(head)?.[1];
  const status = Number(head.slice(9, 12));
  const body = chunked ? bytes.toString('utf8', start) : bytes.toString('utf8', start, start + size);
  const closing = /\r\nconnection: *close/i.test(head);
  return { answer: retryAfter === undefined ? { status, body } : { status, retryAfter, body }, closing };
}

/**
 * Keep-alive sockets with one request in flight on each. Written on `node:net` because the generator shares two cores with what it
 * measures: this costs a third of what an HTTP client library does.
 */
export function openDoor(url: string, options: { connections: number; timeoutMs?: number }): Door {
  const { hostname, port, pathname } = new URL(url);
  const idle: Socket[] = [];
  const all = new Set<Socket>();
  const queue: Job[] = [];
  const timeoutMs = options.timeoutMs ?? 10_000;

  function open(): Socket {
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    let received: Buffer | undefined;
    socket.setTimeout(timeoutMs, () => socket.destroy());
    socket.on('data', (chunk: Buffer) => {
      received = received === undefined ? chunk : Buffer.concat([received, chunk]);
      const read = readAnswer(received);
      if (read === undefined) return;
      received = undefined;
      const job = jobs.get(socket);
      jobs.delete(socket);
      job?.done(read.answer);
      if (read.closing) socket.destroy();
      else rest(socket);
    });
    socket.on('error', () => undefined); // 'close' follows and tells the job
    socket.on('close', () => {
      all.delete(socket);
      const at = idle.indexOf(socket);
      if (at >= 0) idle.splice(at, 1);
      const job = jobs.get(socket);
      jobs.delete(socket);
      job?.done(noAnswer);
      const next = queue.shift();
      if (next !== undefined) give(open(), next);
    });
    all.add(socket);
    return socket;
  }
  const jobs = new Map<Socket, Job>();
  function give(socket: Socket, job: Job): void {
    jobs.set(socket, job);
    socket.write(job.request);
  }
  function rest(socket: Socket): void {
    const next = queue.shift();
    if (next !== undefined) give(socket, next);
    else idle.push(socket);
  }
  return {
    request(body, headers) {
      let head = `POST ${pathname} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nUser-Agent: facebookexternalua\r\nAccept: */*\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n`;
      for (const [name, value] of Object.entries(headers)) head += `${name}: ${value}\r\n`;
      return Buffer.concat([Buffer.from(`${head}\r\n`, 'latin1'), body]);
    },
    post(request) {
      return new Promise((done) => {
        const socket = idle.pop();
        if (socket !== undefined) give(socket, { request, done });
        else if (all.size < options.connections) give(open(), { request, done });
        else queue.push({ request, done });
      });
    },
    waiting: () => queue.length,
    close() {
      queue.length = 0;
      for (const socket of all) socket.destroy();
    },
  };
}
