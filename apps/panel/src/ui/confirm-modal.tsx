import { Button, Group, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../text/index.ts';
import type { ConfirmDialogProps } from './confirm-question.ts';
import { problemSentence } from './problem-sentence.ts';
import { uiTexts } from './texts/texts.ts';

export function ConfirmModal({ opened, onClose, title, question, yes, danger = false, onConfirm }: ConfirmDialogProps) {
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
