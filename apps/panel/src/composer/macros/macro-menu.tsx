import { ActionIcon, Loader, Menu } from '@mantine/core';
import { IconBolt } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useRead, useWrite } from '../../api/index.ts';
import { useTexts } from '../../text/index.ts';
import { tell } from '../../ui/index.ts';
import { composerTexts } from '../texts/texts.ts';

/** One click for what is done often: all of it, or nothing and why. */
export function MacroMenu({ ticketId }: { ticketId: string }): ReactNode {
  const t = useTexts(composerTexts);
  const [opened, setOpened] = useState(false);
  const read = useRead('macros.list', opened ? {} : undefined, { staleTime: 5 * 60_000 });
  const run = useWrite('macros.run', { refreshes: ['tickets.get', 'tickets.history', 'messages.thread'] });
  const start = (macroId: string, name: string) =>
    run.mutate(
      { macroId, ticketId },
      {
        onSuccess({ done, steps }) {
          if (done) tell.done(t('macroDone', { name }));
          else
            tell.problem(
              undefined,
              `${t('macroFailed', { name })}: ${steps.find((step) => step.problem)?.problem?.text ?? ''}`,
            );
        },
        onError: (problem) => tell.problem(problem, t('macroFailed', { name })),
      },
    );
  return (
    <Menu position="top-start" opened={opened} onChange={setOpened}>
      <Menu.Target>
        <ActionIcon size="lg" aria-label={t('macros')} title={t('macros')} loading={run.isPending}>
          <IconBolt size={20} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown mah="50vh" style={{ overflowY: 'auto' }}>
        <Menu.Label>{t('macros')}</Menu.Label>
        {read.data === undefined && !read.error ? <Loader size="xs" mx="sm" my="xs" /> : null}
        {read.data?.macros.length === 0 || read.error ? <Menu.Item disabled>{t('noMacros')}</Menu.Item> : null}
        {read.data?.macros.map((macro) => (
          <Menu.Item key={macro.id} leftSection={<IconBolt size={16} />} onClick={() => start(macro.id, macro.name)}>
            {macro.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
