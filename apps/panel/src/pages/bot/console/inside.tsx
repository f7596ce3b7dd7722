import { Badge, Tabs, Text } from '@mantine/core';
import { count, dollars, percent, took, useIntentName, useStateWords } from '../../../bot-words/index.ts';
import { useLanguage, useTexts } from '../../../text/index.ts';
import { TextLink } from '../../../ui/index.ts';
import classes from './console.module.css';
import { consoleTexts } from './texts/texts.ts';
import type { Tried } from './tried.ts';

/** All that happened between a sentence and its answer. */
export function Inside({ tried }: { tried: Tried }) {
  const t = useTexts(consoleTexts);
  return (
    <Tabs defaultValue="understood" keepMounted={false}>
      <Tabs.List mb="sm">
        <Tabs.Tab value="understood">{t('understood')}</Tabs.Tab>
        <Tabs.Tab value="passages">{`${t('passages')} (${tried.retrieval.passages.length})`}</Tabs.Tab>
        <Tabs.Tab value="prompt">{`${t('promptTab')} (${tried.prompts.length})`}</Tabs.Tab>
        <Tabs.Tab value="decision">{t('decision')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="understood">
        <Understood understanding={tried.understanding} />
      </Tabs.Panel>
      <Tabs.Panel value="passages">
        <Passages tried={tried} />
      </Tabs.Panel>
      <Tabs.Panel value="prompt">
        <Prompts prompts={tried.prompts} label={tried.prompt.label} />
      </Tabs.Panel>
      <Tabs.Panel value="decision">
        <Decision tried={tried} />
      </Tabs.Panel>
    </Tabs>
  );
}

function Understood({ understanding }: { understanding: Tried['understanding'] }) {
  const t = useTexts(consoleTexts);
  const language = useLanguage();
  const nameOf = useIntentName();
  const { ranking, anger, wantsHuman, sensitive, finished, attack } = understanding;
  return (
    <>
      {ranking.slice(0, 5).map((one) => (
        <div key={one.intent} className={classes.rank}>
          <Text size="sm">{nameOf(one.intent)}</Text>
          <div className={classes.track} aria-hidden>
            <div className={classes.fill} style={{ width: `${one.confidence * 100}%` }} />
          </div>
          <Text size="sm" ta="right">
            {percent(one.confidence, language)}
          </Text>
        </div>
      ))}
      <div className={classes.signs}>
        {!understanding.sure && <Badge color="yellow">{t('notSure')}</Badge>}
        {anger > 0.3 && <Badge color="yellow">{t('anger', { share: percent(anger, language) })}</Badge>}
        {wantsHuman && <Badge>{t('wantsHuman')}</Badge>}
        {sensitive !== null && <Badge color="red">{t('sensitive')}</Badge>}
        {finished === 'half' && <Badge color="gray">{t('half')}</Badge>}
      </div>
      {attack.signs.length > 0 && (
        <Text size="xs" c="dimmed">
          {t('signs', { signs: attack.signs.join(', ') })}
        </Text>
      )}
    </>
  );
}

function Passages({ tried }: { tried: Tried }) {
  const t = useTexts(consoleTexts);
  const language = useLanguage();
  const { passages } = tried.retrieval;
  const cited = new Set(tried.draft.sources.map((one) => one.passageId));
  if (passages.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('noPassages')}
      </Text>
    );
  return passages.map((one) => (
    <div key={one.id} className={classes.passage}>
      <div className={classes.passageHead}>
        <TextLink
          to="/bot/$section/$item"
          params={{ section: 'knowledge', item: one.articleId }}
          size="sm"
          fw={600}
          flex={1}
        >
          {one.title}
        </TextLink>
        {cited.has(one.id) && (
          <Badge size="sm" variant="light" color="green">
            {t('cited')}
          </Badge>
        )}
        <Text size="xs">{percent(one.score, language)}</Text>
      </div>
      <Text size="sm" c="dimmed" lineClamp={3}>
        {one.text}
      </Text>
    </div>
  ));
}

function Prompts({ prompts, label }: { prompts: Tried['prompts']; label: string }) {
  const t = useTexts(consoleTexts);
  const language = useLanguage();
  if (prompts.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('noPrompt')}
      </Text>
    );
  return prompts.map((one, at) => (
    // oxlint-disable-next-line react/no-array-index-key -- asked in this order
    <div key={at} className={classes.passage}>
      <Text size="sm" fw={600}>
        {t(`purpose_${one.purpose}`)} · {one.model}
      </Text>
      <Text size="xs" c="dimmed">
        {t('promptFacts', { label, tokens: count(one.tokens, language) })}
      </Text>
      {one.system !== '' && <pre className={classes.text}>{one.system}</pre>}
      {one.turns.map((turn, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- said in this order
        <pre key={index} className={classes.text}>
          <strong>{t(`by_${turn.by}`)}</strong>
          {`\n${turn.text}`}
        </pre>
      ))}
    </div>
  ));
}

function Decision({ tried }: { tried: Tried }) {
  const t = useTexts(consoleTexts);
  const language = useLanguage();
  const { stateWords, reasonWords } = useStateWords();
  const { decision, draft, cost } = tried;
  const facts: readonly (readonly [string, string])[] = [
    [t('draft'), t(`draft_${draft.kind}`)],
    ...(draft.why === null ? [] : [[t('why'), reasonWords(draft.why)] as const]),
    [t('state'), `${stateWords(decision.from)} → ${stateWords(decision.to)}`],
    [t('rule'), `${decision.event} · ${decision.rule}`],
    ...(decision.handoff === null ? [] : [[t('handoff'), reasonWords(decision.handoff)] as const]),
    ...(draft.tried.length === 0 ? [] : [[t('triedModels'), draft.tried.join(', ')] as const]),
    [t('took'), took(draft.ms, language)],
    [
      t('cost'),
      t('costFacts', {
        cost: dollars(cost.micros, language),
        tokensIn: count(cost.tokensIn, language),
        tokensOut: count(cost.tokensOut, language),
      }),
    ],
  ];
  return (
    <dl className={classes.facts}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
