import type { TextsLike } from '../../../text/index.ts';
import type { pt } from './texts.pt.ts';

export const en: TextsLike<typeof pt> = {
  title: 'Invitation from {{company}}',
  lead: '{{who}} invited you to serve together.',
  leadNobody: 'You were invited to serve together.',
  email: 'E-mail',
  name: 'Your name',
  password: 'Choose a password',
  submit: 'Accept and enter',
  known: 'You already have an account with {{email}}. Sign in with it to accept.',
  signIn: 'Sign in to accept',
  accept: 'Accept the invitation',
  overTitle: 'This invitation is no longer good',
  overLead: 'It was used, is too old or was taken back. Ask whoever invited you for another.',
};
