import { messageActionVerbs } from './messages.ts';
import { uploadVerbs } from './uploads.ts';

export const writingVerbs = { ...messageActionVerbs, ...uploadVerbs };
