import { Button, Group, Input, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useWrite } from '../../api/index.ts';
import { useMe } from '../../session/index.ts';
import { LanguageChoice, SchemeChoice } from '../../shell/index.ts';
import { useTexts } from '../../text/index.ts';
import { FormProblem, Section, tell, uiTexts } from '../../ui/index.ts';
import { accountTexts } from './texts/texts.ts';

export function ProfileSection() {
  const t = useTexts(accountTexts);
  const ui = useTexts(uiTexts);
  const me = useMe();
  const [name, setName] = useState(me.name);
  const update = useWrite('me.update', { refreshes: ['me.get'], onSuccess: () => tell.done(t('saved')) });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    update.mutate({ name: name.trim() });
  };
  return (
    <Section title={t('profile')}>
      <form onSubmit={submit}>
        <Stack>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <TextInput
              label={t('name')}
              autoComplete="name"
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <TextInput label={t('email')} value={me.email} readOnly variant="filled" />
          </SimpleGrid>
          <FormProblem problem={update.error} />
          <Group>
            <Button type="submit" disabled={name.trim() === '' || name.trim() === me.name} loading={update.isPending}>
              {ui('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}

export function LooksSection() {
  const t = useTexts(accountTexts);
  return (
    <Section title={t('looks')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Input.Wrapper label={t('theme')} labelElement="div">
          <SchemeChoice />
        </Input.Wrapper>
        <Input.Wrapper label={t('language')} labelElement="div">
          <LanguageChoice />
        </Input.Wrapper>
      </SimpleGrid>
    </Section>
  );
}
