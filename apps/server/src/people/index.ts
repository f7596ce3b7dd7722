export { authenticateSession } from './authenticate-session.ts';
export { checkSameOrigin } from './check-same-origin.ts';
export { deviceOf } from './device-of.ts';
export { cookiesOf } from './session-cookie.ts';
