import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react';
import { useRead, useWrite } from '../../api/index.ts';
import { useTexts } from '../../text/index.ts';
import { ConfirmButton, deviceName, Loaded, RelativeTime, RowsSkeleton, Section, tell } from '../../ui/index.ts';
import { accountTexts } from './texts/texts.ts';

/** Where this person is signed in; whatever looks strange is ended at once. */
export function SessionsSection() {
  const t = useTexts(accountTexts);
  const read = useRead('me.sessions-list', {});
  const revoke = useWrite('me.sessions-revoke', {
    refreshes: ['me.sessions-list'],
    onSuccess: () => tell.done(t('ended')),
    onError: tell.problem,
  });
  const others = useWrite('me.sessions-revoke-others', { refreshes: ['me.sessions-list'] });
  const many = (read.data?.sessions.length ?? 0) > 1;
  const endOthers = (
    <ConfirmButton
      title={t('endOthersTitle')}
      question={t('endOthersText')}
      yes={t('endOthers')}
      danger
      disabled={!many}
      onConfirm={() => others.mutateAsync({})}
    >
      {t('endOthers')}
    </ConfirmButton>
  );
  return (
    <Section title={t('sessions')} actions={endOthers}>
      <Loaded read={read} skeleton={<RowsSkeleton rows={2} height={52} />}>
        {({ sessions }) => (
          <Stack gap="sm">
            {sessions.map((one) => {
              const Icon = /iphone|android|ipad/i.test(one.device) ? IconDeviceMobile : IconDeviceDesktop;
              return (
                <Group key={one.id} wrap="nowrap" gap="sm">
                  <Icon size={22} stroke={1.6} />
                  <div style={{ flex: 1, minWidth: 0 }}>
                    <Group gap="xs">
                      <Text size="sm" fw={600}>
                        {deviceName(one.device)}
                      </Text>
                      {one.current && <Badge variant="light">{t('thisOne')}</Badge>}
                    </Group>
                    <Text size="xs" c="dimmed">
                      {one.address} · {t('seen')} <RelativeTime at={one.lastSeenAt} />
                    </Text>
                  </div>
                  {!one.current && (
                    <Button
                      size="xs"
                      variant="default"
                      loading={revoke.isPending && revoke.variables.sessionId === one.id}
                      onClick={() => revoke.mutate({ sessionId: one.id })}
                    >
                      {t('end')}
                    </Button>
                  )}
                </Group>
              );
            })}
          </Stack>
        )}
      </Loaded>
    </Section>
  );
}
