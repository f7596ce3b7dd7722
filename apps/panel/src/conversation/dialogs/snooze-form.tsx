import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useLanguage, useTexts } from '../../text/index.ts';
import { useMinute } from '../../ui/index.ts';
import { whenWords } from '../actions/done-words.ts';
import { snoozeTimes } from '../actions/snooze-times.ts';
import { conversationTexts } from '../texts/texts.ts';
import classes from './dialogs.module.css';
import { FormEnd, type FormProps, useBusy } from './form-end.tsx';

export function SnoozeForm({ act, cancel }: FormProps) {
  const t = useTexts(conversationTexts);
  const language = useLanguage();
  const now = useMinute() * 60_000;
  const [other, setOther] = useState('');
  const { busy, run } = useBusy(act);
  const chosen = other === '' ? undefined : new Date(other);
  const over = chosen !== undefined && chosen.getTime() <= now;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen && !over) void run({ do: 'snooze', until: chosen.toISOString() });
      }}
    >
      <Text size="sm" c="dimmed" mb="md">
        {t('snoozeLead')}
      </Text>
      <Stack gap={4}>
        {snoozeTimes(new Date(now)).map(({ key, until }, at) => (
          <Button
            key={key}
            variant="default"
            fullWidth
            justify="space-between"
            className={classes.time ?? ''}
            disabled={busy}
            rightSection={
              <Text span size="sm" c="dimmed" fw={400}>
                {whenWords(until.toISOString(), language)}
              </Text>
            }
            onClick={() => void run({ do: 'snooze', until: until.toISOString() })}
            {...(at === 0 ? { 'data-autofocus': true } : {})}
          >
            {t(key)}
          </Button>
        ))}
      </Stack>
      <TextInput
        mt="md"
        type="datetime-local"
        label={t('otherTime')}
        value={other}
        onChange={(event) => setOther(event.currentTarget.value)}
        error={over ? t('timeIsOver') : undefined}
      />
      <FormEnd yes={t('snooze')} busy={busy} cancel={cancel} disabled={!chosen || over} />
    </form>
  );
}
