export { lookAtPush, pushState, turnPushOff, turnPushOn } from './push.ts';
