import { Button, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useSearch } from '@tanstack/react-router';
import { useRead, useWrite } from '../../api/index.ts';
import { arrive } from '../../session/index.ts';
import { chooseLanguage, type Language, languageNames, languages, useLanguage, useTexts } from '../../text/index.ts';
import { FormProblem, Gate, LinkButton, NewPassword, uiTexts, weakPassword } from '../../ui/index.ts';
import { welcomeTexts } from './texts/texts.ts';

/** The first start: its one-time link makes the owner and the company. */
export function WelcomePage() {
  const t = useTexts(welcomeTexts);
  const { token } = useSearch({ from: '/welcome' });
  const link = useRead('setup.show', token === undefined ? undefined : { token });
  if (token === undefined || link.data?.good === false || link.error?.code === 'invalid_input')
    return (
      <Gate title={t('overTitle')} lead={t('overLead')}>
        <LinkButton to="/sign-in" mt="lg" size="md">
          {t('toSignIn')}
        </LinkButton>
      </Gate>
    );
  return <OwnerForm token={token} />;
}

function OwnerForm({ token }: { token: string }) {
  const t = useTexts(welcomeTexts);
  const ui = useTexts(uiTexts);
  const language = useLanguage();
  const create = useWrite('setup.create-owner', {
    onSuccess: ({ workspaceId }) => arrive('/start', workspaceId),
  });
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name: '', email: '', password: '', company: '' },
    validate: {
      name: (name) => (name.trim() === '' ? ui('fieldNeeded') : null),
      email: (email) => (/^\S+@\S+\.\S+$/.test(email.trim()) ? null : ui('emailWrong')),
      company: (company) => (company.trim() === '' ? ui('fieldNeeded') : null),
      password: (password) => (password === '' ? ui('fieldNeeded') : null),
    },
  });
  const { name, email, company } = form.getValues();
  return (
    <Gate title={t('title')} lead={t('lead')}>
      <form
        noValidate
        onSubmit={form.onSubmit((values) => create.mutate({ token, language, ...values, email: values.email.trim() }))}
      >
        <Stack mt="lg" gap="sm">
          <TextInput
            label={t('company')}
            autoComplete="organization"
            key={form.key('company')}
            {...form.getInputProps('company')}
          />
          <TextInput label={t('name')} autoComplete="name" key={form.key('name')} {...form.getInputProps('name')} />
          <TextInput
            label={t('email')}
            type="email"
            autoComplete="username"
            key={form.key('email')}
            {...form.getInputProps('email')}
          />
          <NewPassword
            label={t('password')}
            personal={[name, email, company]}
            key={form.key('password')}
            {...form.getInputProps('password')}
            {...weakPassword(create.error)}
          />
          <Select
            label={t('language')}
            data={languages.map((one) => ({ value: one, label: languageNames[one] }))}
            value={language}
            allowDeselect={false}
            onChange={(chosen) => void chooseLanguage(chosen as Language)} // one of the data above
          />
          <FormProblem problem={create.error} unless="weak_password" />
          <Button type="submit" size="md" mt="xs" loading={create.isPending || create.isSuccess}>
            {t('submit')}
          </Button>
        </Stack>
      </form>
    </Gate>
  );
}
