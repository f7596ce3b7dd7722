import type { Scope } from '@balcao/contract';
import { Checkbox, Stack, Text } from '@mantine/core';
import { useCan } from '../../../session/index.ts';
import { useTexts } from '../../../text/index.ts';
import { scopeAreas } from './scope-words.ts';
import { wordTexts } from './texts/texts.ts';

/** Permissions in words, by area. What one lacks oneself cannot be given. */
export function ScopePicker({
  chosen,
  onChange,
  readOnly = false,
}: {
  chosen: readonly Scope[];
  onChange?: (scopes: readonly Scope[]) => void;
  readOnly?: boolean;
}) {
  const t = useTexts(wordTexts);
  const can = useCan();
  const toggle = (scope: Scope, on: boolean) =>
    onChange?.(on ? [...chosen, scope] : chosen.filter((one) => one !== scope));
  return (
    <Stack gap="md">
      {scopeAreas.map(({ title, scopes }) => (
        <Stack key={title} gap={8} role="group" aria-label={t(title)}>
          <Text size="sm" fw={600}>
            {t(title)}
          </Text>
          {scopes.map((scope) => (
            <Checkbox
              key={scope}
              size="sm"
              label={t(scope)}
              checked={chosen.includes(scope)}
              disabled={readOnly || (!can(scope) && !chosen.includes(scope))}
              onChange={(event) => toggle(scope, event.currentTarget.checked)}
            />
          ))}
        </Stack>
      ))}
    </Stack>
  );
}
