import { Table, Text } from '@mantine/core';
import type { Output } from '../../../api/index.ts';
import { count, dollars, took } from '../../../bot-words/index.ts';
import { useLanguage, useTexts } from '../../../text/index.ts';
import { Section } from '../../../ui/index.ts';
import classes from './numbers.module.css';
import { numbersTexts } from './texts/texts.ts';

/** Each model: how often, how fast, for how much. */
export function ModelsUsed({ models }: { models: Output<'bot.metrics'>['models'] }) {
  const t = useTexts(numbersTexts);
  const language = useLanguage();
  return (
    <Section title={t('models')}>
      {models.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('noModels')}
        </Text>
      ) : (
        <Table.ScrollContainer minWidth={420}>
          <Table className={classes.number ?? ''}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('model')}</Table.Th>
                <Table.Th>{t('modelAnswers')}</Table.Th>
                <Table.Th>{t('speed')}</Table.Th>
                <Table.Th>{t('costShort')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {models.map((one) => (
                <Table.Tr key={one.model}>
                  <Table.Td>
                    {one.model}
                    <Text size="xs" c="dimmed">
                      {t('tokensInOut', {
                        tokensIn: count(one.tokensIn, language),
                        tokensOut: count(one.tokensOut, language),
                      })}
                    </Text>
                  </Table.Td>
                  <Table.Td>{count(one.answers, language)}</Table.Td>
                  <Table.Td>
                    {t('speedHint', { p50: took(one.p50Ms, language), p95: took(one.p95Ms, language) })}
                  </Table.Td>
                  <Table.Td>{dollars(one.costMicros, language)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Section>
  );
}
