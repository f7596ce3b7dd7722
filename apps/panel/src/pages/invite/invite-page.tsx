import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useParams } from '@tanstack/react-router';
import { type Output, useRead, useWrite } from '../../api/index.ts';
import { arrive } from '../../session/index.ts';
import { useLanguage, useTexts } from '../../text/index.ts';
import { FormProblem, Gate, LinkButton, Loaded, NewPassword, uiTexts, weakPassword } from '../../ui/index.ts';
import { inviteTexts } from './texts/texts.ts';

export function InvitePage() {
  const t = useTexts(inviteTexts);
  const { token } = useParams({ from: '/invite/$token' });
  const invitation = useRead('invitations.show', { token });
  if (invitation.error?.code === 'link_over' || invitation.error?.code === 'invalid_input')
    return (
      <Gate title={t('overTitle')} lead={t('overLead')}>
        {null}
      </Gate>
    );
  return <Loaded read={invitation}>{(found) => <Invited token={token} invitation={found} />}</Loaded>;
}

function Invited({ token, invitation }: { token: string; invitation: Output<'invitations.show'> }) {
  const t = useTexts(inviteTexts);
  const { workspaceName, invitedBy, hasAccount, signedIn, email } = invitation;
  const lead = invitedBy === null ? t('leadNobody') : t('lead', { who: invitedBy });
  const accept = useWrite('invitations.accept', { onSuccess: ({ workspaceId }) => arrive('/inbox', workspaceId) });
  return (
    <Gate title={t('title', { company: workspaceName })} lead={lead}>
      {!hasAccount && <NewAccount token={token} invitation={invitation} accept={accept} />}
      {hasAccount && signedIn && (
        <Stack mt="lg">
          <FormProblem problem={accept.error} unless="weak_password" />
          <Button size="md" loading={accept.isPending || accept.isSuccess} onClick={() => accept.mutate({ token })}>
            {t('accept')}
          </Button>
        </Stack>
      )}
      {hasAccount && !signedIn && (
        <Stack mt="lg">
          {t('known', { email })}
          <LinkButton size="md" to="/sign-in" search={{ next: `/invite/${token}` }}>
            {t('signIn')}
          </LinkButton>
        </Stack>
      )}
    </Gate>
  );
}

interface NewAccountProps {
  readonly token: string;
  readonly invitation: Output<'invitations.show'>;
  readonly accept: ReturnType<typeof useWrite<'invitations.accept'>>;
}

function NewAccount({ token, invitation, accept }: NewAccountProps) {
  const t = useTexts(inviteTexts);
  const ui = useTexts(uiTexts);
  const language = useLanguage();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name: invitation.name ?? '', password: '' },
    validate: {
      name: (name) => (name.trim() === '' ? ui('fieldNeeded') : null),
      password: (password) => (password === '' ? ui('fieldNeeded') : null),
    },
  });
  return (
    <form noValidate onSubmit={form.onSubmit((values) => accept.mutate({ token, language, ...values }))}>
      <Stack mt="lg" gap="sm">
        <TextInput
          label={t('email')}
          type="email"
          autoComplete="username"
          value={invitation.email}
          readOnly
          variant="filled"
        />
        <TextInput label={t('name')} autoComplete="name" key={form.key('name')} {...form.getInputProps('name')} />
        <NewPassword
          label={t('password')}
          personal={[invitation.email, invitation.workspaceName]}
          key={form.key('password')}
          {...form.getInputProps('password')}
          {...weakPassword(accept.error)}
        />
        <FormProblem problem={accept.error} unless="weak_password" />
        <Button type="submit" size="md" mt="xs" loading={accept.isPending || accept.isSuccess}>
          {t('submit')}
        </Button>
      </Stack>
    </form>
  );
}
