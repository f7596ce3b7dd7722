export { type CreatedOwner, createOwner, type FirstOwner } from './first-owner/create-owner.ts';
export { hasPerson, isWelcome, openWelcome } from './first-owner/open-welcome.ts';
export { type IdempotentRequest, keepAnswer, takeAnswer } from './idempotent-answers.ts';
export { type Accepted, type AcceptInput, acceptInvitation } from './invitations/accept-invitation.ts';
export { findInvitation, type ShownInvitation } from './invitations/find-invitation.ts';
export { type Invited, type InviteInput, invite } from './invitations/invite.ts';
export { listInvitations } from './invitations/list-invitations.ts';
export { revokeInvitation } from './invitations/revoke-invitation.ts';
export { type Authenticated, authenticate } from './keys/authenticate.ts';
export { type CreateApiKeyInput, createApiKey, type NewApiKey } from './keys/create-api-key.ts';
export { type ListedApiKey, listApiKeys } from './keys/list-api-keys.ts';
export { revokeApiKey } from './keys/revoke-api-key.ts';
export { accessCsv } from './log/access-csv.ts';
export type { From } from './log/from.ts';
export { settleLater } from './log/later.ts';
export { type AccessFilter, type ListedAccess, listAccess } from './log/list-access.ts';
export { type AccessEntry, logAccess } from './log/log-access.ts';
export { logReads, type Shown } from './log/log-reads.ts';
export { invitationUrl, resetUrl } from './mail/links.ts';
export {
  type ForgotPassword,
  forgotPasswordJob,
  type Mail,
  openForgotPassword,
  openMail,
  sendMailJob,
} from './mail/mail-jobs.ts';
export { answerForgotPassword, forgotPassword, postInvitation, postReset } from './mail/post-links.ts';
export { sendMail } from './mail/send-mail.ts';
export { addMember, type NewMember } from './members/add-member.ts';
export { changeRole, holdMember, setMemberState } from './members/change-member.ts';
export { createCompany } from './members/create-company.ts';
export { type ListedMember, listMembers, seenOf } from './members/list-members.ts';
export { checkMayResetHere } from './members/may-reset-here.ts';
export { type Membership, memberOf, type RoleName } from './members/member-of.ts';
export { type MyWorkspace, myWorkspaces } from './members/my-workspaces.ts';
export { checkCovers, checkMayHandle, type Granter } from './members/powers.ts';
export { addPasskey, passkeyToAdd, removePasskey } from './passkeys/add-passkey.ts';
export { listPasskeys } from './passkeys/rows.ts';
export { passkeyToSignIn, signInWithPasskey } from './passkeys/sign-in-with-passkey.ts';
export { changePassword } from './people/change-password.ts';
export { type PasswordFault } from './people/check-password.ts';
export { createPerson, type NewPerson } from './people/create-person.ts';
export { type MyAccount, myAccount, updateAccount } from './people/my-account.ts';
export { hashPassword } from './people/password.ts';
export { openReset, resetPassword } from './people/reset-password.ts';
export { personByEmail } from './people/rows.ts';
export { createRole, deleteRole, updateRole } from './roles/change-roles.ts';
export { type CustomRole, listRoles } from './roles/roles.ts';
export { confirmTotp, disableTotp, enableTotp, newBackupCodes } from './second-factor/enable-totp.ts';
export { resealTotp } from './second-factor/reseal-totp.ts';
export { findSession, type Session } from './sessions/find-session.ts';
export { type ListedSession, listSessions } from './sessions/list-sessions.ts';
export { onSessionEnded, SESSIONS_ENDED } from './sessions/session-memory.ts';
export { type StartedSession, startSession } from './sessions/start-session.ts';
export { type SignInAnswer, signIn } from './sign-in/sign-in.ts';
export { revokeSession, revokeSessions, signOut } from './sign-in/sign-out.ts';
export { verifySecondFactor } from './sign-in/verify-second-factor.ts';
export { finishOidc } from './single-sign-on/finish-oidc.ts';
export { startOidc } from './single-sign-on/start-oidc.ts';
