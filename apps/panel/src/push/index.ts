export { forgetPush, keepPush, lookAtPush, pushState, turnPushOff, turnPushOn } from './push.ts';
