export { authenticateSession } from './authenticate-session.ts';
export { checkSameOrigin } from './check-same-origin.ts';
export { cookiesOf } from './session-cookie.ts';
