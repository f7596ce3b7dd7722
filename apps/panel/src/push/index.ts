export { lookAtPush, type PushState, pushState, turnPushOff, turnPushOn } from './push.ts';
