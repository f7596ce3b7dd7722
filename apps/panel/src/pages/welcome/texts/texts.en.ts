import type { TextsLike } from '../../../text/index.ts';
import type { pt } from './texts.pt.ts';

export const en: TextsLike<typeof pt> = {
  title: 'Welcome to Balcão',
  lead: 'Make the first account. It owns the company and invites the others.',
  name: 'Your name',
  email: 'E-mail',
  password: 'Password',
  company: 'Name of the company',
  language: 'Language',
  submit: 'Create and enter',
  overTitle: 'This link is no longer good',
  overLead:
    'It was used already or is too old. If the account exists, just sign in; otherwise restart Balcão to get another link.',
  toSignIn: 'Go to sign-in',
};
