import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../text/index.ts';
import { uiTexts } from '../../ui/index.ts';
import { conversationTexts } from '../texts/texts.ts';
import { FormEnd, type FormProps, useBusy } from './form-end.tsx';

export function SubjectForm({ tickets, act, cancel }: FormProps) {
  const t = useTexts(conversationTexts);
  const ui = useTexts(uiTexts);
  const [subject, setSubject] = useState(tickets[0]?.subject ?? '');
  const { busy, run } = useBusy(act);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void run({ do: 'set-subject', subject: subject.trim() === '' ? null : subject.trim() });
      }}
    >
      <TextInput
        label={t('subject')}
        description={t('subjectHint')}
        value={subject}
        onChange={(event) => setSubject(event.currentTarget.value)}
        maxLength={200}
        data-autofocus
      />
      <FormEnd yes={ui('save')} busy={busy} cancel={cancel} />
    </form>
  );
}
