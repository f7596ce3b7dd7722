import { ActionIcon, CopyButton, Input, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTexts } from '../../text/index.ts';
import { uiTexts } from '../texts/texts.ts';
import classes from './fields.module.css';

/** Something to be taken elsewhere: an address, a key, a secret. */
export function CopyField({
  label,
  description,
  value,
}: {
  label: string;
  description?: string | undefined;
  value: string;
}) {
  const t = useTexts(uiTexts);
  return (
    <Input.Wrapper label={label} description={description} labelElement="div">
      <div className={classes.copy}>
        <span className={classes.copyText}>{value}</span>
        <CopyButton value={value}>
          {({ copied, copy }) => (
            <Tooltip label={copied ? t('copied') : t('copy')}>
              <ActionIcon
                onClick={copy}
                color={copied ? 'petroleo' : 'gray'}
                aria-label={`${copied ? t('copied') : t('copy')}: ${label}`}
              >
                {copied ? <IconCheck size={18} stroke={1.7} /> : <IconCopy size={18} stroke={1.7} />}
              </ActionIcon>
            </Tooltip>
          )}
        </CopyButton>
      </div>
    </Input.Wrapper>
  );
}
