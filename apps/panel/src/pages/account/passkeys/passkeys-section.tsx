import { Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFingerprint } from '@tabler/icons-react';
import { useRead, useWrite } from '../../../api/index.ts';
import { useLanguage, useTexts } from '../../../text/index.ts';
import { ConfirmButton, dayOf, Loaded, RelativeTime, RowsSkeleton, Section } from '../../../ui/index.ts';
import { accountTexts } from '../texts/texts.ts';
import { AddPasskeyDialog } from './add-passkey-dialog.tsx';

export function PasskeysSection() {
  const t = useTexts(accountTexts);
  const language = useLanguage();
  const read = useRead('me.passkeys-list', {});
  const remove = useWrite('me.passkeys-remove', { refreshes: ['me.passkeys-list', 'me.get'] });
  const [adding, dialog] = useDisclosure(false);
  return (
    <Section
      title={t('passkeys')}
      lead={t('passkeysLead')}
      actions={<Button onClick={dialog.open}>{t('addPasskey')}</Button>}
    >
      <Loaded read={read} skeleton={<RowsSkeleton rows={1} height={52} />}>
        {({ passkeys }) => (
          <Stack gap="sm">
            {passkeys.length === 0 && (
              <Text size="sm" c="dimmed">
                {t('passkeysEmpty')}
              </Text>
            )}
            {passkeys.map((one) => (
              <Group key={one.id} wrap="nowrap" gap="sm">
                <IconFingerprint size={22} stroke={1.6} />
                <div style={{ flex: 1, minWidth: 0 }}>
                  <Text size="sm" fw={600} truncate>
                    {one.name}
                  </Text>
                  <Text size="xs" c="dimmed">
                    {dayOf(one.createdAt, language)}
                    {one.lastUsedAt !== null && (
                      <>
                        {' · '}
                        {t('lastUsed')} <RelativeTime at={one.lastUsedAt} />
                      </>
                    )}
                  </Text>
                </div>
                <ConfirmButton
                  size="xs"
                  title={t('removePasskey')}
                  question={t('removePasskeyText')}
                  yes={t('remove')}
                  danger
                  onConfirm={() => remove.mutateAsync({ passkeyId: one.id })}
                >
                  {t('remove')}
                </ConfirmButton>
              </Group>
            ))}
          </Stack>
        )}
      </Loaded>
      {adding && <AddPasskeyDialog onClose={dialog.close} />}
    </Section>
  );
}
