import { Badge, Group, Text } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { useRead, useWrite } from '../../../api/index.ts';
import { useCan } from '../../../session/index.ts';
import { useLanguage, useTexts } from '../../../text/index.ts';
import { ConfirmButton, dayOf, Section } from '../../../ui/index.ts';
import { useRoleName } from '../words/roles.tsx';
import classes from './people.module.css';
import { peopleTexts } from './texts/texts.ts';

/** Those who were invited and have not come yet; nothing when there are none. */
export function Invitations() {
  const t = useTexts(peopleTexts);
  const language = useLanguage();
  const can = useCan();
  const roleName = useRoleName();
  const { data } = useRead('people.invitations', {});
  const revoke = useWrite('people.revoke-invitation', { refreshes: ['people.invitations'] });
  const roles = useRead('roles.list', {});
  if (!data || data.invitations.length === 0) return null;
  const customName = (id: string | null) => roles.data?.custom.find((one) => one.id === id)?.name ?? null;
  return (
    <Section title={t('pending')}>
      {data.invitations.map((one) => (
        <div key={one.id} className={classes.row}>
          <IconMail size={22} stroke={1.6} />
          <div className={classes.words}>
            <Text size="sm" fw={600} truncate>
              {one.name ?? one.email}
            </Text>
            <Group gap={6}>
              <Text size="xs" c="dimmed" truncate>
                {one.name === null ? '' : `${one.email} · `}
                {roleName(one.role, customName(one.customRoleId))} ·{' '}
                {t('until', { day: dayOf(one.expiresAt, language) })}
              </Text>
              {one.expired && (
                <Badge color="yellow" variant="light" size="sm">
                  {t('expired')}
                </Badge>
              )}
            </Group>
          </div>
          {can('people:write') && (
            <ConfirmButton
              size="xs"
              title={t('takeBack')}
              question={t('takeBackText', { email: one.email })}
              yes={t('takeBack')}
              danger
              onConfirm={() => revoke.mutateAsync({ invitationId: one.id })}
            >
              {t('takeBack')}
            </ConfirmButton>
          )}
        </div>
      ))}
    </Section>
  );
}
