import type { Output } from '../../../api/index.ts';

/** What came of a sentence that was tried. */
export type Tried = Output<'bot.try'>;
