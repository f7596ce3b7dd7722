export { registerWorker } from './register.ts';
