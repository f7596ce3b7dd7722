export { arrive, safeNext } from './arrive.ts';
export { type Me, type Member, useCan, useMaybeMe, useMaybeMember, useMe, useMember } from './session.ts';
