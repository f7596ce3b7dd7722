import type { TextsLike } from '../../../text/index.ts';
import type { pt } from './texts.pt.ts';

export const en: TextsLike<typeof pt> = {
  title: 'First steps',
  lead: 'In a few minutes your counter is serving.',
  later: 'Do it later',
  finish: 'Go to the inbox',
  allDone: 'All set',
  progress: '{{done}} of {{all}} done',
  numberTitle: 'Connect a WhatsApp number',
  numberText: "Through Meta's official API. You will need four details of your app.",
  numberDone: 'Number connected',
  connect: 'Connect a number',
  another: 'Connect another number',
  try: 'Just want to see it work?',
  tryText: 'The demonstration phone plays the customer: write on it and answer here.',
  tryButton: 'Open the demonstration phone',
  peopleTitle: 'Bring your team',
  peopleText: 'Each person has their own account and sees only what they need.',
  peopleButton: 'Invite people',
  placesTitle: 'Make the departments',
  placesText: 'Sales, support, finance: each ticket goes to whoever knows the answer.',
  placesButton: 'Make departments',
  safeTitle: 'Protect your account',
  safeText: 'Turn on two-step verification. It takes a minute.',
  safeButton: 'Turn on now',
  done: 'Done',
};
