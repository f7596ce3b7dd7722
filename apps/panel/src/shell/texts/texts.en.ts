import type { TextsLike } from '../../text/index.ts';
import type { pt } from './texts.pt.ts';

export const en: TextsLike<typeof pt> = {
  skip: 'Skip to content',
  inbox: 'Inbox',
  contacts: 'Contacts',
  settings: 'Settings',
  account: 'My account',
  navigation: 'Main navigation',
  reconnecting: 'Reconnecting… What you see may be out of date.',
  offline: 'You are offline. Everything catches up as soon as the connection is back.',
  newVersion: 'There is a new version of Balcão.',
  reload: 'Reload',
  notFound: 'This page does not exist',
  notFoundText: 'The address may have changed or been mistyped.',
  toInbox: 'Go to the inbox',
  notAllowed: 'You have no access to this page',
  notAllowedText: 'Ask whoever runs the company for access.',
  broken: 'Something broke on this page',
  brokenText: 'Everything else keeps working. Reload to try again.',
};
