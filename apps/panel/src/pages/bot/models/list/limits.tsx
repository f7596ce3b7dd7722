import { Button, Collapse, NumberInput, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useDecimals } from '../../../../bot-words/index.ts';
import { useTexts } from '../../../../text/index.ts';
import classes from '../models.module.css';
import { modelsTexts } from '../texts/texts.ts';
import type { ModelDraft } from './model-draft.ts';

const quota = (value: number | string): number | null => (typeof value === 'number' ? value : null);

/** How much may be asked of it: what the contract with its vendor allows. */
export function Limits({ draft, change }: { draft: ModelDraft; change: (part: Partial<ModelDraft>) => void }) {
  const t = useTexts(modelsTexts);
  const decimals = useDecimals();
  const [opened, { toggle }] = useDisclosure(false);
  return (
    <div>
      <Button
        size="xs"
        variant="subtle"
        color="gray"
        aria-expanded={opened}
        rightSection={opened ? <IconChevronUp size={16} stroke={1.7} /> : <IconChevronDown size={16} stroke={1.7} />}
        onClick={toggle}
      >
        {t('limits')}
      </Button>
      <Collapse expanded={opened}>
        <Stack gap="sm" mt="xs">
          <div className={classes.half}>
            <NumberInput
              label={t('perMinute')}
              placeholder={t('noLimit')}
              min={1}
              allowDecimal={false}
              value={draft.perMinute ?? ''}
              onChange={(value) => change({ perMinute: quota(value) })}
            />
            <NumberInput
              label={t('perDay')}
              placeholder={t('noLimit')}
              min={1}
              allowDecimal={false}
              value={draft.perDay ?? ''}
              onChange={(value) => change({ perDay: quota(value) })}
            />
            <NumberInput
              label={t('tokensPerMinute')}
              placeholder={t('noLimit')}
              min={1}
              allowDecimal={false}
              value={draft.tokensPerMinute ?? ''}
              onChange={(value) => change({ tokensPerMinute: quota(value) })}
            />
            <NumberInput
              label={t('concurrency')}
              min={1}
              max={100}
              allowDecimal={false}
              value={draft.concurrency}
              onChange={(value) => typeof value === 'number' && change({ concurrency: value })}
            />
            <NumberInput
              label={t('timeout')}
              suffix=" s"
              min={0.5}
              max={120}
              decimalScale={1}
              {...decimals}
              value={draft.timeoutMs / 1000}
              onChange={(value) => typeof value === 'number' && change({ timeoutMs: Math.round(value * 1000) })}
            />
          </div>
        </Stack>
      </Collapse>
    </div>
  );
}
