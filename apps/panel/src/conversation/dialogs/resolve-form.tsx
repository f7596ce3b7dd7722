import { Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../text/index.ts';
import { conversationTexts } from '../texts/texts.ts';
import { FormEnd, type FormProps, useBusy } from './form-end.tsx';

export function ResolveForm({ act, cancel }: FormProps) {
  const t = useTexts(conversationTexts);
  const [reason, setReason] = useState('');
  const { busy, run } = useBusy(act);
  const finish = () => void run({ do: 'resolve', ...(reason.trim() === '' ? {} : { reason: reason.trim() }) });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        finish();
      }}
    >
      <Text size="sm" c="dimmed" mb="md">
        {t('resolveLead')}
      </Text>
      <Textarea
        label={t('reasonOptional')}
        description={t('resolveReasonHint')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        // One line is the habit: Enter finishes, Shift+Enter goes on.
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          finish();
        }}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={500}
        data-autofocus
      />
      <FormEnd yes={t('resolve')} busy={busy} cancel={cancel} />
    </form>
  );
}
