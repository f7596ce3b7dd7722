import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../text/index.ts';
import { uiTexts } from '../../ui/index.ts';
import type { TicketAction } from '../actions/ticket-action.ts';
import type { InboxItem } from '../conversation-view.ts';

export interface FormProps {
  readonly tickets: readonly InboxItem[];
  readonly act: (action: TicketAction) => Promise<void>;
  readonly cancel: () => void;
}

/** Busy while the action runs: it cannot be asked twice. */
export function useBusy(act: FormProps['act']) {
  const [busy, setBusy] = useState(false);
  const run = async (action: TicketAction) => {
    setBusy(true);
    await act(action).finally(() => setBusy(false));
  };
  return { busy, run };
}

export function FormEnd({
  yes,
  busy,
  cancel,
  disabled = false,
}: {
  yes: string;
  busy: boolean;
  cancel: () => void;
  disabled?: boolean;
}) {
  const t = useTexts(uiTexts);
  return (
    <Group justify="flex-end" mt="lg" gap="xs">
      <Button variant="default" onClick={cancel}>
        {t('cancel')}
      </Button>
      <Button type="submit" loading={busy} disabled={disabled}>
        {yes}
      </Button>
    </Group>
  );
}
