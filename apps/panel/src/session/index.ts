export { arrive } from './arrive.ts';
export { useCan, useMaybeMember, useMe, useMember } from './session.ts';
