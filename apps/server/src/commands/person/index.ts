export { personInvite } from './person-invite.ts';
export { personResetPassword } from './person-reset-password.ts';
