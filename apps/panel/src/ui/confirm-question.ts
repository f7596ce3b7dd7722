import type { ReactNode } from 'react';

export interface Question {
  readonly title: string;
  /** What will happen, in a sentence. */
  readonly question: ReactNode;
  /** On the button that does it. */
  readonly yes: string;
  readonly danger?: boolean;
  readonly onConfirm: () => unknown;
}

export interface ConfirmDialogProps extends Question {
  readonly opened: boolean;
  readonly onClose: () => void;
}
