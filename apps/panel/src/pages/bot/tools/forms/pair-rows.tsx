import { ActionIcon, Button, Input, PasswordInput, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTexts } from '../../../../text/index.ts';
import { toolsTexts } from '../texts/texts.ts';
import { type CallDraft, identifier } from '../tool-draft.ts';
import classes from '../tools.module.css';

type Headers = CallDraft['headers'];
type Results = CallDraft['result'];

/** Headers: their values are sealed and shown to nobody again. */
export function HeaderRows({ headers, onChange }: { headers: Headers; onChange: (headers: Headers) => void }) {
  const t = useTexts(toolsTexts);
  const put = (at: number, part: Partial<Headers[number]>) =>
    onChange(headers.map((one, index) => (index === at ? { ...one, ...part } : one)));
  return (
    <Input.Wrapper label={t('headers')} description={t('headersHint')}>
      {headers.map((one, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- a header is known by its place while it is typed
        <div key={at} className={classes.line}>
          <TextInput
            flex="1 1 8rem"
            aria-label={t('headerName')}
            placeholder="authorization"
            value={one.name}
            maxLength={80}
            readOnly={one.kept}
            onChange={(event) => put(at, { name: event.currentTarget.value })}
          />
          <PasswordInput
            flex="2 1 10rem"
            aria-label={t('headerValue')}
            placeholder={one.kept ? t('headerKept') : 'Bearer …'}
            value={one.value}
            maxLength={2000}
            autoComplete="off"
            onChange={(event) => put(at, { value: event.currentTarget.value })}
          />
          <ActionIcon
            size={36}
            aria-label={t('removeHeader', { name: one.name })}
            onClick={() => onChange(headers.filter((_, index) => index !== at))}
          >
            <IconX size={18} stroke={1.7} />
          </ActionIcon>
        </div>
      ))}
      <Add onClick={() => onChange([...headers, { name: '', value: '', kept: false }])} label={t('addHeader')} />
    </Input.Wrapper>
  );
}

/** What of the answer the bot gets to know, and where it stands there. */
export function ResultRows({ result, onChange }: { result: Results; onChange: (result: Results) => void }) {
  const t = useTexts(toolsTexts);
  const put = (at: number, part: Partial<Results[number]>) =>
    onChange(result.map((one, index) => (index === at ? { ...one, ...part } : one)));
  return (
    <Input.Wrapper label={t('result')} description={t('resultHint')}>
      {result.map((one, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- a row is known by its place while it is typed
        <div key={at} className={classes.line}>
          <TextInput
            flex="1 1 8rem"
            aria-label={t('resultName')}
            placeholder="status"
            value={one.name}
            onChange={(event) => put(at, { name: event.currentTarget.value })}
            onBlur={() => put(at, { name: identifier(one.name) })}
          />
          <TextInput
            flex="2 1 10rem"
            aria-label={t('resultPath')}
            placeholder="data.status"
            value={one.path}
            maxLength={200}
            onChange={(event) => put(at, { path: event.currentTarget.value })}
          />
          <ActionIcon
            size={36}
            aria-label={t('removeResult', { name: one.name })}
            onClick={() => onChange(result.filter((_, index) => index !== at))}
          >
            <IconX size={18} stroke={1.7} />
          </ActionIcon>
        </div>
      ))}
      <Add onClick={() => onChange([...result, { name: '', path: '' }])} label={t('addResult')} />
    </Input.Wrapper>
  );
}

export function Add({ onClick, label }: { onClick: () => void; label: string }) {
  return (
    <Button
      mt="xs"
      size="xs"
      variant="default"
      display="block"
      leftSection={<IconPlus size={16} stroke={1.7} />}
      onClick={onClick}
    >
      {label}
    </Button>
  );
}
