import { Button, Group, Select, Stack, Switch, Textarea } from '@mantine/core';
import { IconRefresh, IconSend } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useRead, useWrite } from '../../../api/index.ts';
import { useTexts } from '../../../text/index.ts';
import { FormProblem, PageHeader, Section } from '../../../ui/index.ts';
import classes from './console.module.css';
import { Exchange } from './exchange.tsx';
import { consoleTexts } from './texts/texts.ts';
import type { Tried } from './tried.ts';

interface Asked {
  readonly sentence: string;
  readonly tried: Tried;
}

/** So much of the talk before goes with a sentence. */
const REMEMBERED = 20;

const historyOf = (asked: readonly Asked[]) =>
  asked
    .flatMap(({ sentence, tried }) => [
      { by: 'customer' as const, text: sentence.slice(0, 2000) },
      ...tried.decision.replies.map((text) => ({ by: 'bot' as const, text: text.slice(0, 2000) })),
    ])
    .slice(-REMEMBERED);

/** A talk with the bot of which nothing is sent: what it understands, finds, asks a model, says, and what that costs. */
export function BotConsole() {
  const t = useTexts(consoleTexts);
  const [sentence, setSentence] = useState('');
  const [asked, setAsked] = useState<readonly Asked[]>([]);
  const [model, setModel] = useState(true);
  const [promptId, setPromptId] = useState<string | null>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const ask = useWrite('bot.try', {
    onSuccess: (tried, input) => {
      setAsked((now) => [...now, { sentence: input.sentence, tried }]);
      setSentence('');
      box.current?.focus();
      // Once it is drawn: the answer and where one writes on are in sight together.
      requestAnimationFrame(() => end.current?.scrollIntoView({ block: 'end', behavior: 'smooth' }));
    },
  });
  const send = () => {
    if (sentence.trim() === '' || ask.isPending) return;
    ask.mutate({
      sentence: sentence.trim(),
      history: historyOf(asked),
      model,
      ...(promptId === null ? {} : { promptId }),
    });
  };
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          asked.length > 0 && (
            <Button
              variant="default"
              leftSection={<IconRefresh size={18} stroke={1.7} />}
              onClick={() => {
                setAsked([]);
                box.current?.focus();
              }}
            >
              {t('anew')}
            </Button>
          )
        }
      />
      <div className={classes.talk} aria-live="polite">
        {asked.map((one, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- said in this order, and never moved
          <Exchange key={at} sentence={one.sentence} tried={one.tried} open={at === asked.length - 1} />
        ))}
      </div>
      <Section title={t('say')} quiet>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
        >
          <Stack gap="sm">
            <Textarea
              ref={box}
              label={t('say')}
              description={t('sayHint')}
              placeholder={t('placeholder')}
              value={sentence}
              maxLength={4000}
              autosize
              minRows={2}
              maxRows={8}
              onChange={(event) => setSentence(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
                event.preventDefault();
                send();
              }}
            />
            <FormProblem problem={ask.error} />
            <Group gap="md" align="flex-end">
              <Button
                type="submit"
                leftSection={<IconSend size={18} stroke={1.7} />}
                disabled={sentence.trim() === ''}
                loading={ask.isPending}
              >
                {t('try')}
              </Button>
              <WithModel model={model} onModel={setModel} />
              {model && <WhichPrompt promptId={promptId} onPrompt={setPromptId} />}
            </Group>
          </Stack>
        </form>
      </Section>
      <div ref={end} />
    </>
  );
}

/** Only where there is one to ask. */
function WithModel({ model, onModel }: { model: boolean; onModel: (model: boolean) => void }) {
  const t = useTexts(consoleTexts);
  const models = useRead('models.list', {}, { staleTime: 60_000 }).data?.models ?? [];
  if (!models.some((one) => one.enabled)) return null;
  return (
    <Switch mb={8} label={t('withModel')} checked={model} onChange={(event) => onModel(event.currentTarget.checked)} />
  );
}

/** Drafts of the instructions can be tried before customers hear of them. */
function WhichPrompt({ promptId, onPrompt }: { promptId: string | null; onPrompt: (promptId: string | null) => void }) {
  const t = useTexts(consoleTexts);
  const prompts = useRead('prompts.list', { limit: 100 }, { staleTime: 60_000 }).data?.prompts ?? [];
  const others = prompts.filter((one) => !one.current);
  if (others.length === 0) return null;
  return (
    <Select
      w={220}
      aria-label={t('prompt')}
      placeholder={t('promptInForce')}
      clearable
      value={promptId}
      onChange={onPrompt}
      data={others.map((one) => ({
        value: one.id,
        label: t(one.state === 'draft' ? 'promptDraft' : 'promptVersion', { version: one.version }),
      }))}
    />
  );
}
