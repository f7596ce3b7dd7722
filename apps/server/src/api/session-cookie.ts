/** Carries a person's session. */
export const SESSION_COOKIE = 'balcao_session';
