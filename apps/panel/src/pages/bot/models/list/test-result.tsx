import { Alert, Text } from '@mantine/core';
import { IconAlertCircle, IconCircleCheck } from '@tabler/icons-react';
import type { Output } from '../../../../api/index.ts';
import { dollars, took } from '../../../../bot-words/index.ts';
import { useLanguage, useTexts } from '../../../../text/index.ts';
import { modelsTexts } from '../texts/texts.ts';

/** What came of asking it, in words, and what to do about it. */
export function TestResult({ result }: { result: Output<'models.test'> }) {
  const t = useTexts(modelsTexts);
  const language = useLanguage();
  return (
    <Alert
      mt="xs"
      p="sm"
      variant="light"
      color={result.ok ? 'green' : 'red'}
      role="status"
      icon={result.ok ? <IconCircleCheck size={18} stroke={1.7} /> : <IconAlertCircle size={18} stroke={1.7} />}
    >
      <Text size="sm">{result.sentence}</Text>
      {result.todo !== null && <Text size="sm">{result.todo}</Text>}
      {result.ok && (
        <Text size="xs" c="dimmed">
          {result.said !== null && `“${result.said}” · `}
          {took(result.ms, language)} · {t('testCost', { cost: dollars(result.costMicros, language) })}
        </Text>
      )}
    </Alert>
  );
}
