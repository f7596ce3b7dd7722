import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../text/index.ts';
import { uiTexts } from '../ui/index.ts';
import type { DialogProps } from './dialog-props.ts';

interface DialogFrameProps extends Pick<DialogProps, 'opened' | 'onClose' | 'onClosed'> {
  readonly title: string;
  readonly size?: string;
  readonly children: ReactNode;
}

/** The window of a dialog of the composer. */
export function DialogFrame({ opened, onClose, onClosed, title, size = 'md', children }: DialogFrameProps): ReactNode {
  const ui = useTexts(uiTexts);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      onExitTransitionEnd={onClosed}
      title={title}
      size={size}
      closeButtonProps={{ 'aria-label': ui('close') }}
    >
      {children}
    </Modal>
  );
}
