import { ActionIcon, Text, TextInput, Tooltip } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTexts } from '../../../../text/index.ts';
import { workTexts } from '../texts/texts.ts';
import classes from '../work.module.css';

export interface Span {
  readonly from: string;
  readonly to: string;
}

const clock = /^([01]\d|2[0-3]):[0-5]\d$/;
export const badSpans = (spans: readonly Span[]): boolean =>
  spans.some((span) => !clock.test(span.from) || !clock.test(span.to));

/** Open from … to …, as often as one closes for lunch. */
export function Spans({
  of,
  spans,
  onChange,
}: {
  of: string;
  spans: readonly Span[];
  onChange: (spans: Span[]) => void;
}) {
  const t = useTexts(workTexts);
  const put = (at: number, part: Partial<Span>) =>
    onChange(spans.map((span, index) => (index === at ? { ...span, ...part } : span)));
  const last = spans.at(-1);
  return (
    <div className={classes.spans}>
      {spans.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('closed')}
        </Text>
      )}
      {spans.map((span, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- a span is known by its place
        <div key={at} className={classes.span}>
          <Clock label={t('from', { day: of })} value={span.from} onChange={(from) => put(at, { from })} />
          <Text size="sm" c="dimmed">
            {t('to')}
          </Text>
          <Clock label={t('until', { day: of })} value={span.to} onChange={(to) => put(at, { to })} />
          {spans.length > 1 && (
            <ActionIcon
              aria-label={t('removeSpan', { day: of })}
              onClick={() => onChange(spans.filter((_, index) => index !== at))}
            >
              <IconX size={16} stroke={1.7} />
            </ActionIcon>
          )}
        </div>
      ))}
      {last && spans.length < 6 && (
        <Tooltip label={t('addSpan')}>
          <ActionIcon
            aria-label={`${t('addSpan')}: ${of}`}
            onClick={() => onChange([...spans, { from: last.to, to: '22:00' }])}
          >
            <IconPlus size={16} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      )}
    </div>
  );
}

function Clock({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <TextInput
      type="time"
      className={classes.time ?? ''}
      aria-label={label}
      required
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
