import type { Output } from '../../../../api/index.ts';

export type Check = Output<'flows.check'>;
export type Problem = Check['problems'][number];

/** What the rest of the page may ask of the editor. */
export interface EditorHandle {
  goTo(line: number, column?: number): void;
}
