import type { Sentences } from './types.ts';

export const en: Sentences = {
  greet: ({ name, who }) =>
    `${name === '' ? 'Hi!' : `Hi, ${name}!`} ${who === '' ? '' : `This is ${who}. `}How can I help?`,
  welcome: () => 'You’re welcome! If you need anything else, just write.',
  goodbye: () => 'Bye for now! If you need anything, just write.',
  fine: () => 'All right. If you need anything, just write.',
  askWhat: () => 'All right. What can I help you with?',
  askForWords: ({ kind }) =>
    kind === 'audio'
      ? 'I can’t listen to voice messages here yet. Could you write what you need?'
      : 'Got it, thank you! Could you tell me in a few words what you need?',
  offerPerson: () => 'I’d rather check this with a person. Shall I call someone from the team?',
  error: () => 'Sorry, something went wrong here and I couldn’t answer. You can ask again, or shall I call a person?',
  timeout: () =>
    'Sorry, the answer is taking longer than it should. Would you like to ask again in a moment, or talk to a person?',
  notDone: () => 'All right, nothing was done. Can I help with anything else?',
  late: () => 'Sorry, your message only reached me now. Do you still need help with this?',
  optedOut: () => 'Done: you won’t get any more promotional messages. If you need help, just write here.',
  askErase: () => 'Shall I really erase everything I remember about you?',
  erased: () => 'Done: what I remembered about you is erased.',
  nudge: () => 'Are you still there? If you need anything, just write.',
  idleClose: () => 'As I haven’t heard back, I’ll close this for now. Just write if you need us again.',
  askRating: () => 'How did we do? Your rating helps us get better.',
  rateButton: () => 'Rate',
  scores: () => ['1 – Very bad', '2 – Bad', '3 – Fair', '4 – Good', '5 – Very good'],
  thankRating: ({ score }) =>
    score >= 4 ? 'Great! Thank you for rating.' : 'Thank you for telling us. We’ll work on it.',
  yes: () => 'Yes',
  no: () => 'No',
  person: () => 'Talk to a person',
  again: () => 'Let’s go on where we stopped:',
  before: {
    request: 'Of course!',
    low_confidence: 'I’d rather check this with a person.',
    anger: 'I’m sorry about that. I’ll pass it to someone who can sort it out.',
    sensitive: 'This is important and deserves a person’s attention.',
    failures: 'I’m not being of much help here.',
    rule: '',
    loop: '',
    hops: 'I’ll leave you with our team.',
    late: 'Sorry for the delay.',
    error: 'Something went wrong here and I couldn’t answer.',
  },
  open: ({ due }) =>
    due === ''
      ? 'I’ve called someone from the team; they’ll answer here, in order of arrival.'
      : `I’ve called someone from the team; they’ll answer here by ${due}.`,
  shut: ({ opens }) =>
    opens === ''
      ? 'Our team isn’t available right now, but your message is in the queue and someone will answer here.'
      : `Our team isn’t available right now, but your message is in the queue: someone will answer here ${opens}.`,
  today: (time) => `today at ${time}`,
  tomorrow: (time) => `tomorrow at ${time}`,
  onDay: (day, time) => `${day} at ${time}`,
};
