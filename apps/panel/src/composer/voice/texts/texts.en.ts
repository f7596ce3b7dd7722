import type { TextsLike } from '../../../text/index.ts';
import type { pt } from './texts.pt.ts';

export const en: TextsLike<typeof pt> = {
  cancel: 'Discard the recording',
  finish: 'Stop and listen',
  send: 'Send voice message',
  listen: 'Listen',
  pause: 'Pause',
  asking: 'Allow the microphone in the browser…',
  letGo: 'Let go to stop',
  again: 'Try again',
  back: 'Back to text',
  refused:
    'The microphone is blocked for this site. Click the lock beside the address, allow the microphone and try again.',
  noMicrophone: 'No microphone was found. Connect one and try again.',
  busy: 'Another program is using the microphone. Close it and try again.',
  unsupported: 'This browser does not record audio on this page. Open the panel over https in a current browser.',
  failed: 'The recording did not start. Try again.',
};
