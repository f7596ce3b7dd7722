import { Button, Stack } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { useWrite } from '../../api/index.ts';
import { useTexts } from '../../text/index.ts';
import { FormProblem, Gate, LinkButton, NewPassword, weakPassword } from '../../ui/index.ts';
import { resetTexts } from './texts/texts.ts';

export function ResetPage() {
  const t = useTexts(resetTexts);
  const { token } = useParams({ from: '/reset/$token' });
  const [password, setPassword] = useState('');
  const reset = useWrite('session.reset-password');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (password !== '') reset.mutate({ token, password });
  };
  if (reset.isSuccess)
    return (
      <Gate title={t('doneTitle')} lead={t('doneLead')}>
        <LinkButton to="/sign-in" size="md" mt="lg">
          {t('toSignIn')}
        </LinkButton>
      </Gate>
    );
  return (
    <Gate title={t('title')} lead={t('lead')}>
      <form noValidate onSubmit={submit}>
        <Stack mt="lg">
          <NewPassword
            label={t('password')}
            size="md"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            {...weakPassword(reset.error)}
          />
          <FormProblem problem={reset.error} unless="weak_password" />
          <Button type="submit" size="md" loading={reset.isPending}>
            {t('submit')}
          </Button>
        </Stack>
      </form>
    </Gate>
  );
}
