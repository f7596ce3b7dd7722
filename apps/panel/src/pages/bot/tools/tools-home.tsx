import { Button, Menu, Switch, Text } from '@mantine/core';
import { IconPlus, IconTool } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { patch, useRead, useWrite } from '../../../api/index.ts';
import { useCan } from '../../../session/index.ts';
import { useTexts } from '../../../text/index.ts';
import { EmptyState, Loaded, PageHeader, RowsSkeleton, Section, tell } from '../../../ui/index.ts';
import { kindIcons } from './kind-icons.ts';
import { toolsTexts } from './texts/texts.ts';
import { type BotTool, draftOf, toolKinds, toSave } from './tool-draft.ts';
import classes from './tools.module.css';

export function ToolsHome() {
  const t = useTexts(toolsTexts);
  const mayWrite = useCan()('bot:write');
  const read = useRead('tools.list', {});
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={mayWrite && <AddTool taken={read.data?.tools.map((tool) => tool.does.kind) ?? []} />}
      />
      <Section title={t('title')} quiet>
        <Loaded read={read} skeleton={<RowsSkeleton rows={4} height={64} avatar={false} />}>
          {({ tools }) =>
            tools.length === 0 ? (
              <EmptyState icon={<IconTool size={26} stroke={1.6} />} title={t('empty')}>
                {t('emptyText')}
              </EmptyState>
            ) : (
              tools.map((tool) => <ToolRow key={tool.id} tool={tool} />)
            )
          }
        </Loaded>
      </Section>
    </>
  );
}

/** Of most kinds one is enough; documents and calls to systems may be many. */
const many = new Set(['http', 'send_document', 'order_status']);

function AddTool({ taken }: { taken: readonly string[] }) {
  const t = useTexts(toolsTexts);
  const navigate = useNavigate();
  const free = toolKinds.filter((kind) => many.has(kind) || !taken.includes(kind));
  return (
    <Menu position="bottom-end" width={300}>
      <Menu.Target>
        <Button leftSection={<IconPlus size={18} stroke={1.7} />}>{t('new')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {free.map((kind) => {
          const Icon = kindIcons[kind];
          return (
            <Menu.Item
              key={kind}
              leftSection={<Icon size={18} stroke={1.6} />}
              onClick={() =>
                void navigate({ to: '/bot/$section/$item', params: { section: 'tools', item: `new-${kind}` } })
              }
            >
              {t(`kind_${kind}`)}
              <Text size="xs" c="dimmed">
                {t(`about_${kind}`)}
              </Text>
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}

function ToolRow({ tool }: { tool: BotTool }) {
  const t = useTexts(toolsTexts);
  const mayWrite = useCan()('bot:write');
  const Icon = kindIcons[tool.does.kind];
  const put = (enabled: boolean) =>
    patch('tools.list', {}, (now) => ({
      tools: now.tools.map((one) => (one.id === tool.id ? { ...one, enabled } : one)),
    }));
  const save = useWrite('tools.save', {
    refreshes: ['tools.list'],
    onError: (problem) => {
      put(tool.enabled);
      tell.problem(problem);
    },
  });
  const name = tool.does.kind === 'http' ? tool.name : t(`kind_${tool.does.kind}`);
  return (
    <div className={classes.row}>
      <Icon size={20} stroke={1.6} aria-hidden />
      <Link
        to="/bot/$section/$item"
        params={{ section: 'tools', item: tool.id }}
        className={classes.words}
        aria-label={name}
      >
        <Text size="sm" fw={600} truncate>
          {name}
        </Text>
        <Text size="xs" c="dimmed" lineClamp={2}>
          {tool.description} · {t(`effect_${tool.effect}`)}
          {tool.confirm && ` · ${t('confirms')}`}
        </Text>
      </Link>
      <Switch
        aria-label={t('mayUse', { name })}
        checked={tool.enabled}
        disabled={!mayWrite}
        onChange={(event) => {
          const enabled = event.currentTarget.checked;
          put(enabled);
          save.mutate(toSave({ ...draftOf(tool), enabled }));
        }}
      />
    </div>
  );
}
