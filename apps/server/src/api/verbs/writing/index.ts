import { cannedVerbs } from './canned.ts';
import { channelSetupVerbs } from './channels.ts';
import { macroVerbs } from './macros.ts';
import { messageActionVerbs } from './messages.ts';
import { scheduledVerbs } from './scheduled.ts';
import { templateVerbs } from './templates.ts';
import { uploadVerbs } from './uploads.ts';

export { presentThread } from './thread/present-thread.ts';

export const writingVerbs = {
  ...messageActionVerbs,
  ...uploadVerbs,
  ...templateVerbs,
  ...cannedVerbs,
  ...macroVerbs,
  ...scheduledVerbs,
  ...channelSetupVerbs,
};
