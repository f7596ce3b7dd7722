import { parentPort, workerData } from 'node:worker_threads';
import { type Material, train } from './train.ts';

// Started by train-apart.ts, with what it is to learn.
parentPort?.postMessage(train(workerData as Material));
