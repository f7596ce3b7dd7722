import { Badge, Button, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { type Output, useRead, useWrite } from '../../../api/index.ts';
import { useCan } from '../../../session/index.ts';
import { useTexts } from '../../../text/index.ts';
import { ConfirmButton, Loaded, PageHeader, RelativeTime, RowsSkeleton, Section, tell } from '../../../ui/index.ts';
import classes from './prompts.module.css';
import { promptsTexts } from './texts/texts.ts';

type Prompts = Output<'prompts.list'>;
export type PromptVersion = Prompts['prompts'][number];

export function PromptsHome() {
  const t = useTexts(promptsTexts);
  const read = useRead('prompts.list', { limit: 100 });
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={read.data && <Begin prompts={read.data} />} />
      <Loaded read={read} skeleton={<RowsSkeleton rows={6} avatar={false} />}>
        {(prompts) => (
          <>
            <Section title={t('versions')} quiet>
              {prompts.prompts.map((one) => (
                <VersionRow key={one.id} version={one} />
              ))}
              <Shipped shipped={prompts.shipped} />
            </Section>
            <Section title={t('rules')} lead={t('rulesLead')}>
              <div className={classes.text}>{prompts.rules}</div>
            </Section>
          </>
        )}
      </Loaded>
    </>
  );
}

/** A draft with the words of what is in force, to be changed. */
function Begin({ prompts }: { prompts: Prompts }) {
  const t = useTexts(promptsTexts);
  const navigate = useNavigate();
  const mayWrite = useCan()('bot:write');
  const current = prompts.prompts.find((one) => one.current);
  const text = useRead('prompts.get', current ? { id: current.id } : undefined).data?.prompt.text;
  const begin = useWrite('prompts.save', {
    refreshes: ['prompts.list'],
    onSuccess: ({ prompt }) =>
      void navigate({ to: '/bot/$section/$item', params: { section: 'prompts', item: prompt.id } }),
    onError: (problem) => tell.problem(problem),
  });
  if (!mayWrite) return null;
  const from = current ? text : prompts.shipped.text;
  return (
    <Button
      leftSection={<IconPlus size={18} stroke={1.7} />}
      loading={begin.isPending}
      disabled={from === undefined}
      onClick={() => from !== undefined && begin.mutate({ text: from, basedOn: current?.id ?? null })}
    >
      {t('begin')}
    </Button>
  );
}

function VersionRow({ version }: { version: PromptVersion }) {
  const t = useTexts(promptsTexts);
  return (
    <Link to="/bot/$section/$item" params={{ section: 'prompts', item: version.id }} className={classes.row}>
      <div className={classes.words}>
        <Group gap="xs">
          <Text size="sm" fw={600}>
            {t('version', { version: version.version })}
          </Text>
          <StateBadge version={version} />
        </Group>
        {version.note !== '' && (
          <Text size="xs" c="dimmed" truncate>
            {version.note}
          </Text>
        )}
      </div>
      <RelativeTime at={version.publishedAt ?? version.updatedAt} />
    </Link>
  );
}

export function StateBadge({ version }: { version: Pick<PromptVersion, 'current' | 'state'> }) {
  const t = useTexts(promptsTexts);
  if (version.current)
    return (
      <Badge variant="light" color="green">
        {t('current')}
      </Badge>
    );
  return version.state === 'draft' ? (
    <Badge variant="light" color="yellow">
      {t('draft')}
    </Badge>
  ) : null;
}

/** What comes with the program: always there to go back to. */
function Shipped({ shipped }: { shipped: Prompts['shipped'] }) {
  const t = useTexts(promptsTexts);
  const mayWrite = useCan()('bot:write');
  const back = useWrite('prompts.roll-back', { refreshes: ['prompts.list', 'bot.get'] });
  return (
    <details className={classes.shipped}>
      <summary>
        <Text size="sm" fw={600} span>
          {t('shipped')}
        </Text>{' '}
        {shipped.current && (
          <Badge variant="light" color="green">
            {t('current')}
          </Badge>
        )}
      </summary>
      <div className={classes.text}>{shipped.text}</div>
      {mayWrite && !shipped.current && (
        <ConfirmButton
          mt="sm"
          size="xs"
          title={t('backToShipped')}
          question={t('backQuestion')}
          yes={t('back')}
          onConfirm={() => back.mutateAsync({ id: null })}
        >
          {t('backToShipped')}
        </ConfirmButton>
      )}
    </details>
  );
}
