import { Radio, Stack } from '@mantine/core';
import { type Output, useWrite } from '../../../../api/index.ts';
import { useTexts } from '../../../../text/index.ts';
import { tell } from '../../../../ui/index.ts';
import { flowsTexts } from '../texts/texts.ts';

type FlowOfChannel = Output<'flows.list'>['flows'][number];

const modes = [
  { value: 'assistant', label: 'modeAssistant', text: 'modeAssistantText' },
  { value: 'flow', label: 'modeFlow', text: 'modeFlowText' },
  { value: 'off', label: 'modeOff', text: 'modeOffText' },
] as const;

export function ModeChoice({ flow, mayWrite }: { flow: FlowOfChannel; mayWrite: boolean }) {
  const t = useTexts(flowsTexts);
  const set = useWrite('flows.set-mode', {
    refreshes: ['flows.list', 'flows.get', 'channels.list'],
    onSuccess: () => tell.done(t('modeChanged')),
    onError: (problem) => tell.problem(problem),
  });
  const shown = set.isPending ? set.variables.mode : flow.botMode;
  return (
    <Radio.Group
      value={shown}
      label={t('mode', { name: flow.channelName })}
      onChange={(value) => {
        const mode = modes.find((one) => one.value === value)?.value;
        if (mode !== undefined) set.mutate({ channelId: flow.channelId, mode });
      }}
    >
      <Stack gap="xs" mt="xs">
        {modes.map(({ value, label, text }) => (
          <Radio
            key={value}
            value={value}
            disabled={!mayWrite || (set.isPending && value !== shown)}
            label={t(label)}
            description={t(text)}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
