import { Badge, Button, Group, Select, Stack, Text, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useRead, useWrite } from '../../../api/index.ts';
import { took } from '../../../bot-words/index.ts';
import { useCan } from '../../../session/index.ts';
import { useLanguage, useTexts } from '../../../text/index.ts';
import { FormProblem, Section } from '../../../ui/index.ts';
import { toolsTexts } from './texts/texts.ts';
import { type BotTool, readBody } from './tool-draft.ts';
import classes from './tools.module.css';

/** Tried for a contact: what only reads is run, of the others it is shown what they would do. */
export function TryTool({ tool }: { tool: BotTool }) {
  const t = useTexts(toolsTexts);
  const language = useLanguage();
  const can = useCan();
  const [typed, setTyped] = useState('');
  const [contactId, setContactId] = useState<string | null>(null);
  const [args, setArgs] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 250);
  const may = can('bot:write') && can('contacts:read');
  const contacts = useRead('contacts.list', may ? { limit: 20, ...(q === '' ? {} : { q }) } : undefined, {
    keepPrevious: true,
  }).data?.contacts;
  const test = useWrite('tools.test');
  const given = readBody(args);
  if (!may) return null;
  return (
    <Section title={t('try')} lead={t(tool.effect === 'reads' ? 'tryReads' : 'tryShows')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (contactId !== null && given !== undefined) test.mutate({ id: tool.id, contactId, args: given ?? {} });
        }}
      >
        <Stack gap="sm">
          <Select
            label={t('contact')}
            searchable
            value={contactId}
            onChange={setContactId}
            onSearchChange={setTyped}
            filter={({ options }) => options}
            data={(contacts ?? []).map((one) => ({ value: one.id, label: one.name ?? one.phone ?? one.id }))}
          />
          <Textarea
            label={t('args')}
            placeholder={'{ "pedido": "1234" }'}
            value={args}
            autosize
            minRows={2}
            ff="monospace"
            error={given === undefined ? t('bodyWrong') : undefined}
            onChange={(event) => setArgs(event.currentTarget.value)}
          />
          <FormProblem problem={test.error} />
          <Group>
            <Button
              type="submit"
              variant="default"
              loading={test.isPending}
              disabled={contactId === null || given === undefined}
            >
              {t('tryNow')}
            </Button>
          </Group>
        </Stack>
      </form>
      {test.data && (
        <Stack gap="xs" mt="md" aria-live="polite">
          <Group gap="xs">
            <Badge color={test.data.ok ? 'green' : 'red'} variant="light">
              {t(test.data.ok ? (test.data.ran ? 'ran' : 'wouldRun') : 'failed')}
            </Badge>
            <Text size="xs" c="dimmed">
              {took(test.data.ms, language)}
            </Text>
          </Group>
          {test.data.text !== null && <Text size="sm">“{test.data.text}”</Text>}
          {(test.data.problem ?? test.data.detail) !== null && (
            <Text size="sm" c="var(--b-danger)">
              {[test.data.problem, test.data.detail].filter((one) => one !== null).join(': ')}
            </Text>
          )}
          {test.data.request !== null && (
            <pre className={classes.result}>
              {`${test.data.request.method} ${test.data.request.url}`}
              {test.data.request.body != null && `\n${JSON.stringify(test.data.request.body, null, 2)}`}
            </pre>
          )}
          {test.data.result !== null && (
            <pre className={classes.result}>{JSON.stringify(test.data.result, null, 2)}</pre>
          )}
        </Stack>
      )}
    </Section>
  );
}
