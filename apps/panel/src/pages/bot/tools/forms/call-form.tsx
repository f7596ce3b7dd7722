import { Code, Group, NumberInput, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useDecimals } from '../../../../bot-words/index.ts';
import { useTexts } from '../../../../text/index.ts';
import { Section } from '../../../../ui/index.ts';
import { toolsTexts } from '../texts/texts.ts';
import { type CallDraft, effects, methods, readBody } from '../tool-draft.ts';
import classes from '../tools.module.css';
import { HeaderRows, ResultRows } from './pair-rows.tsx';
import { ParameterRows } from './parameter-rows.tsx';

const holes = ['{{args.pedido}}', '{{contact.phone}}', '{{contact.email}}', '{{contact.fields.cpf}}'] as const;

/** A call to a system of the company: where, with what, what comes back and how it is said. */
export function CallForm({
  call,
  kind,
  change,
}: {
  call: CallDraft;
  kind: 'http' | 'order_status';
  change: (part: Partial<CallDraft>) => void;
}) {
  const t = useTexts(toolsTexts);
  const decimals = useDecimals();
  return (
    <>
      {kind === 'http' && (
        <Section title={t('asks')} lead={t('asksLead')}>
          <Stack>
            <ParameterRows parameters={call.parameters} onChange={(parameters) => change({ parameters })} />
            <Select
              label={t('effect')}
              description={t('effectHint')}
              data={effects.map((one) => ({ value: one, label: t(`effect_${one}`) }))}
              value={call.effect}
              allowDeselect={false}
              onChange={(chosen) => change({ effect: effects.find((one) => one === chosen) ?? 'reads' })}
            />
          </Stack>
        </Section>
      )}
      <Section title={t('call')} lead={t('callLead')}>
        <Stack>
          <div className={classes.line}>
            <Select
              w={110}
              label={t('method')}
              data={[...methods]}
              value={call.method}
              allowDeselect={false}
              onChange={(chosen) => change({ method: methods.find((one) => one === chosen) ?? 'GET' })}
            />
            <TextInput
              flex="1 1 16rem"
              label={t('url')}
              placeholder="https://erp.suaempresa.com.br/pedidos/{{args.pedido}}"
              value={call.url}
              maxLength={2000}
              required
              onChange={(event) => change({ url: event.currentTarget.value })}
            />
          </div>
          <Group gap={4}>
            <Text size="xs" c="dimmed">
              {t('holes')}
            </Text>
            {holes.map((hole) => (
              <Code key={hole}>{hole}</Code>
            ))}
          </Group>
          <HeaderRows headers={call.headers} onChange={(headers) => change({ headers })} />
          {call.method !== 'GET' && (
            <Textarea
              label={t('body')}
              description={t('bodyHint')}
              value={call.body}
              autosize
              minRows={3}
              maxRows={14}
              ff="monospace"
              error={readBody(call.body) === undefined ? t('bodyWrong') : undefined}
              onChange={(event) => change({ body: event.currentTarget.value })}
            />
          )}
          <NumberInput
            label={t('timeout')}
            suffix={t('seconds')}
            min={0.5}
            max={15}
            step={0.5}
            decimalScale={1}
            {...decimals}
            value={call.timeoutMs / 1000}
            onChange={(value) => typeof value === 'number' && change({ timeoutMs: Math.round(value * 1000) })}
          />
        </Stack>
      </Section>
      <Section title={t('comesBack')} lead={t('comesBackLead')}>
        <Stack>
          <ResultRows result={call.result} onChange={(result) => change({ result })} />
          <TextInput
            label={t('owner')}
            description={t('ownerHint')}
            placeholder="data.customer.phone"
            value={call.owner}
            maxLength={200}
            onChange={(event) => change({ owner: event.currentTarget.value })}
          />
          <Textarea
            label={t('say')}
            description={t('sayHint')}
            placeholder="Seu pedido está {{result.status}}."
            value={call.say}
            maxLength={1000}
            autosize
            minRows={2}
            onChange={(event) => change({ say: event.currentTarget.value })}
          />
        </Stack>
      </Section>
    </>
  );
}
