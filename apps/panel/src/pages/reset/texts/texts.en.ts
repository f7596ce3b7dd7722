import type { TextsLike } from '../../../text/index.ts';
import type { pt } from './texts.pt.ts';

export const en: TextsLike<typeof pt> = {
  title: 'Choose a new password',
  lead: 'You are signed out everywhere and sign in again with it.',
  password: 'New password',
  submit: 'Save password',
  doneTitle: 'Password changed',
  doneLead: 'Now sign in with the new password.',
  toSignIn: 'Go to sign-in',
};
