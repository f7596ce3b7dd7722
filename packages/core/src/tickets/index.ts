export { takeIn } from './intake/take-in.ts';
