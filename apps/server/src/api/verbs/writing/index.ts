import { cannedVerbs } from './canned.ts';
import { macroVerbs } from './macros.ts';
import { messageActionVerbs } from './messages.ts';
import { templateVerbs } from './templates.ts';
import { uploadVerbs } from './uploads.ts';

export const writingVerbs = { ...messageActionVerbs, ...uploadVerbs, ...templateVerbs, ...cannedVerbs, ...macroVerbs };
