import { Button, type ButtonProps } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { ConfirmDialogProps, Question } from './confirm-question.ts';

const ConfirmModal = lazy(async () => ({ default: (await import('./confirm-modal.tsx')).ConfirmModal }));

interface Props extends ButtonProps, Question {
  readonly children: ReactNode;
}

/** A button that asks first; the dialog stays open, with the reason, when it does not work. */
export function ConfirmButton({ title, question, yes, danger = false, onConfirm, children, ...props }: Props) {
  const [opened, dialog] = useDisclosure(false);
  return (
    <>
      <Button variant="default" onClick={dialog.open} {...props}>
        {children}
      </Button>
      <ConfirmDialog opened={opened} onClose={dialog.close} {...{ title, question, yes, danger, onConfirm }} />
    </>
  );
}

/** The question itself, for menus; fetched with its first opening. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const [asked, setAsked] = useState(props.opened);
  if (props.opened && !asked) setAsked(true);
  return asked ? (
    <Suspense>
      <ConfirmModal {...props} />
    </Suspense>
  ) : null;
}
