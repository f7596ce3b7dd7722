import { Button, Group, Stack, Switch, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { patch, useRead, useStore, useWrite } from '../../api/index.ts';
import { lookAtPush, pushState, turnPushOff, turnPushOn } from '../../push/index.ts';
import { useCan, useMe, useMember } from '../../session/index.ts';
import { useTexts } from '../../text/index.ts';
import { Section, tell } from '../../ui/index.ts';
import { accountTexts } from './texts/texts.ts';

/** Notifications: on this device or not, and of what. */
export function PushSection() {
  const t = useTexts(accountTexts);
  const can = useCan();
  const state = useStore(pushState);
  const [busy, setBusy] = useState(false);
  const { memberId } = useMember();
  const mine = useMe().workspaces.map((one) => one.memberId);
  useEffect(() => void lookAtPush(memberId), [memberId]);
  if (!can('tickets:read')) return null;
  const turn = async () => {
    setBusy(true);
    await (state === 'on' ? turnPushOff(memberId, mine) : turnPushOn(memberId)).catch(tell.problem);
    setBusy(false);
  };
  return (
    <Section title={t('push')} lead={t('pushLead')}>
      <Stack>
        {state === 'none' && <Text size="sm">{t('pushNone')}</Text>}
        {state === 'denied' && <Text size="sm">{t('pushDenied')}</Text>}
        {(state === 'on' || state === 'off' || state === 'asking') && (
          <Group>
            <Button
              variant={state === 'on' ? 'default' : 'filled'}
              loading={busy}
              disabled={state === 'asking'}
              onClick={() => void turn()}
            >
              {state === 'on' ? t('pushOff') : t('pushOn')}
            </Button>
          </Group>
        )}
        <Wishes />
      </Stack>
    </Section>
  );
}

function Wishes() {
  const t = useTexts(accountTexts);
  const { data } = useRead('push.preferences', {});
  const save = useWrite('push.set-preferences', {
    onSuccess: ({ wishes }) => patch('push.preferences', {}, (now) => ({ ...now, wishes })),
    onError: tell.problem,
  });
  const rows = [
    ['messages', t('wishMessages')],
    ['assigned', t('wishAssigned')],
    ['mentions', t('wishMentions')],
    ['queue', t('wishQueue')],
    ['showText', t('wishText')],
  ] as const;
  return rows.map(([wish, label]) => {
    const asked = save.isPending ? save.variables[wish] : undefined;
    return (
      <Switch
        key={wish}
        label={label}
        disabled={data === undefined}
        checked={asked ?? data?.wishes[wish] ?? false}
        onChange={(event) => save.mutate({ [wish]: event.currentTarget.checked })}
      />
    );
  });
}
