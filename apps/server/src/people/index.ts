export { authenticateSession } from './authenticate-session.ts';
export { checkSameOrigin } from './check-same-origin.ts';
export { deviceOf } from './device-of.ts';
export { forgotPasswordHandler, sendMailHandler } from './mail-handlers.ts';
export { oidcRoutes } from './oidc-routes.ts';
export { type Cookies, cookiesOf } from './session-cookie.ts';
