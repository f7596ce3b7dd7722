import { ActionIcon, Badge, Button, Group, ScrollArea, Text, TextInput, Tooltip } from '@mantine/core';
import { IconArrowLeft, IconRefresh, IconSearch, IconTemplate } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useRead, useWrite } from '../../api/index.ts';
import { plainText } from '../../messages/index.ts';
import { useTexts } from '../../text/index.ts';
import { EmptyState, Loaded, tell } from '../../ui/index.ts';
import { DialogFrame } from '../dialog-frame.tsx';
import type { DialogProps } from '../dialog-props.ts';
import { dialogTexts, type SayDialog } from '../dialog-texts/texts.ts';
import type { Template } from './fill-template.ts';
import { TemplateForm } from './template-form.tsx';
import classes from './templates.module.css';

/** The number's approved templates: choose, fill in, see, send. */
export function TemplateDialog({ opened, onClosed, conversation, onSend, onClose }: DialogProps): ReactNode {
  const t = useTexts(dialogTexts);
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<Template | undefined>(undefined);
  const read = useRead('templates.list', { conversationId: conversation.conversationId });
  const renew = useWrite('templates.refresh', {
    refreshes: ['templates.list'],
    onSuccess: ({ total }) => tell.done(t('refreshed', { total })),
    onError: (problem) => tell.problem(problem),
  });
  const refresh = (
    <Tooltip label={t('refresh')}>
      <ActionIcon
        size="lg"
        aria-label={t('refresh')}
        loading={renew.isPending}
        onClick={() => renew.mutate({ channelId: conversation.channelId })}
      >
        <IconRefresh size={18} />
      </ActionIcon>
    </Tooltip>
  );
  return (
    <DialogFrame opened={opened} onClose={onClose} onClosed={onClosed} title={t('templates')} size="56rem">
      <div className={classes.panes} data-chosen={chosen !== undefined || undefined}>
        <div className={classes.list}>
          <Group gap="xs" wrap="nowrap" mb="xs">
            <TextInput
              flex={1}
              value={search}
              placeholder={t('templateSearch')}
              aria-label={t('templateSearch')}
              leftSection={<IconSearch size={16} />}
              data-autofocus
              onChange={(event) => setSearch(event.currentTarget.value)}
            />
            {refresh}
          </Group>
          <Loaded read={read}>
            {({ templates }) =>
              templates.length === 0 ? (
                <EmptyState icon={<IconTemplate size={26} stroke={1.6} />} title={t('templateEmpty')}>
                  {t('templateEmptyHint')}
                </EmptyState>
              ) : (
                <TemplateList templates={templates} search={search} chosen={chosen} onChoose={setChosen} />
              )
            }
          </Loaded>
        </div>
        <div className={classes.chosen}>
          {chosen ? (
            <>
              <Button
                className={classes.back ?? ''}
                variant="subtle"
                size="compact-sm"
                leftSection={<IconArrowLeft size={16} />}
                onClick={() => setChosen(undefined)}
              >
                {t('back')}
              </Button>
              <TemplateForm
                key={chosen.id}
                template={chosen}
                conversation={conversation}
                onSend={(draft) => {
                  onSend(draft);
                  onClose();
                }}
              />
            </>
          ) : (
            <Text size="sm" c="dimmed" ta="center" mt="xl">
              {t('pick')}
            </Text>
          )}
        </div>
      </div>
    </DialogFrame>
  );
}

interface TemplateListProps {
  readonly templates: readonly Template[];
  readonly search: string;
  readonly chosen: Template | undefined;
  onChoose(template: Template): void;
}

const bare = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function TemplateList({ templates, search, chosen, onChoose }: TemplateListProps): ReactNode {
  const t = useTexts(dialogTexts);
  const wanted = bare(search.trim());
  const found = templates.filter(({ name, body }) =>
    bare(`${name} ${name.replaceAll('_', ' ')} ${body}`).includes(wanted),
  );
  if (found.length === 0) return <Text size="sm">{t('templateNone')}</Text>;
  return (
    <ScrollArea.Autosize mah="55vh" type="auto">
      {found.map((one) => (
        <button
          key={one.id}
          type="button"
          className={classes.one}
          aria-pressed={one.id === chosen?.id}
          disabled={!one.sendable}
          onClick={() => onChoose(one)}
        >
          <span>
            <strong>{one.name.replaceAll('_', ' ')}</strong>
            <Badge size="xs" variant="default" tt="none">
              {one.language}
            </Badge>
            {one.category === null ? null : (
              <Badge size="xs" variant="light" color="gray" tt="none">
                {categoryWord(one.category, t)}
              </Badge>
            )}
          </span>
          <small>{one.sendable ? plainText(one.body) : (one.problem?.text ?? one.status)}</small>
        </button>
      ))}
    </ScrollArea.Autosize>
  );
}

function categoryWord(category: string, t: SayDialog): string {
  const known = category.toUpperCase();
  return known === 'MARKETING' || known === 'UTILITY' || known === 'AUTHENTICATION' ? t(`category_${known}`) : category;
}
