import { Group, Slider, Text } from '@mantine/core';
import { useId } from 'react';
import { percent } from '../../../bot-words/index.ts';
import { useLanguage } from '../../../text/index.ts';

/** A share between nothing and all of it, with what less and more of it mean. */
export function ShareSlider({
  label,
  hint,
  value,
  onChange,
}: {
  label: string;
  hint: string;
  value: number;
  onChange: (value: number) => void;
}) {
  const language = useLanguage();
  const id = useId();
  return (
    <div>
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={500} id={id}>
          {label}
        </Text>
        <Text size="sm" fw={600}>
          {percent(value, language)}
        </Text>
      </Group>
      <Text size="xs" c="dimmed" mb="xs">
        {hint}
      </Text>
      <Slider
        value={Math.round(value * 100)}
        onChange={(chosen) => onChange(chosen / 100)}
        min={5}
        max={95}
        step={1}
        label={null}
        thumbProps={{ 'aria-labelledby': id }}
      />
    </div>
  );
}
