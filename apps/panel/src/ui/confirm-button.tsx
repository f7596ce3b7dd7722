import { Button, type ButtonProps, Group, Modal, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../text/index.ts';
import { problemSentence } from './problem-sentence.ts';
import { uiTexts } from './texts/texts.ts';

interface Props extends ButtonProps {
  readonly title: string;
  /** What will happen, in a sentence. */
  readonly question: ReactNode;
  /** On the button that does it. */
  readonly yes: string;
  readonly danger?: boolean;
  readonly onConfirm: () => Promise<unknown> | unknown;
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

export function ConfirmDialog({
  opened,
  onClose,
  title,
  question,
  yes,
  danger = false,
  onConfirm,
}: Omit<Props, 'children'> & {
  opened: boolean;
  onClose: () => void;
}) {
  const t = useTexts(uiTexts);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const close = () => {
    setProblem(undefined);
    onClose();
  };
  const confirm = async () => {
    setBusy(true);
    try {
      await onConfirm();
      close();
    } catch (error) {
      setProblem(problemSentence(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal opened={opened} onClose={close} title={title} size="sm">
      <Text size="sm">{question}</Text>
      {problem !== undefined && (
        <Text size="sm" c="var(--b-danger)" mt="sm" role="alert">
          {problem}
        </Text>
      )}
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={close}>
          {t('cancel')}
        </Button>
        <Button color={danger ? 'red' : 'petroleo'} loading={busy} onClick={() => void confirm()} data-autofocus>
          {yes}
        </Button>
      </Group>
    </Modal>
  );
}
