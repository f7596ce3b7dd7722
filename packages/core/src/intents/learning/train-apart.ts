import { Worker } from 'node:worker_threads';
import type { Material, Trained } from './train.ts';

/** What this process learns now. One after the other: a hundred companies at once would leave no processor for anybody else. */
let running: Promise<unknown> = Promise.resolve();

/** In a thread of its own: a second of computing must not hold up webhooks. */
export function trainApart(material: Material, signal: AbortSignal): Promise<Trained> {
  const mine = running.then(() => trainInThread(material, signal));
  running = mine.catch(() => undefined);
  return mine;
}

function trainInThread(material: Material, signal: AbortSignal): Promise<Trained> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./train-thread.ts', import.meta.url), { workerData: material, execArgv: [] });
    const stop = () => {
      reject(new Error('learning was told to stop', { cause: signal.reason }));
      void worker.terminate();
    };
    signal.addEventListener('abort', stop, { once: true });
    worker.once('message', (trained: Trained) => resolve(trained));
    worker.once('error', reject);
    worker.once('exit', (code) => {
      signal.removeEventListener('abort', stop);
      reject(new Error(`the thread that learns ended with ${code} and no answer`));
    });
  });
}
