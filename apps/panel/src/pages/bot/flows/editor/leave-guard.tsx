import { Button, Group, Modal, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useTexts } from '../../../../text/index.ts';
import { flowsTexts } from '../texts/texts.ts';

/** Asks before a page with changes is left; the browser asks in its own words when the window is closed. */
export function LeaveGuard({ dirty }: { dirty: boolean }) {
  const t = useTexts(flowsTexts);
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => dirty && current.pathname !== next.pathname,
    enableBeforeUnload: () => dirty,
    withResolver: true,
  });
  return (
    <Modal opened={status === 'blocked'} onClose={() => reset?.()} title={t('leaveTitle')} centered>
      <Text size="sm">{t('leaveText')}</Text>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={() => proceed?.()}>
          {t('leave')}
        </Button>
        <Button data-autofocus onClick={() => reset?.()}>
          {t('stay')}
        </Button>
      </Group>
    </Modal>
  );
}
