import { ActionIcon, Button, Input, Switch, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTexts } from '../../../../text/index.ts';
import { workTexts } from '../texts/texts.ts';
import classes from '../work.module.css';
import { type Span, Spans } from './spans.tsx';

interface SpecialDate {
  readonly date: string;
  readonly name: string;
  readonly spans: Span[];
}

/** Days unlike others: the town's holiday, stocktaking, the eve of Christmas until two. */
export function SpecialDates({
  dates,
  onChange,
}: {
  dates: readonly SpecialDate[];
  onChange: (dates: SpecialDate[]) => void;
}) {
  const t = useTexts(workTexts);
  const put = (at: number, part: Partial<SpecialDate>) =>
    onChange(dates.map((one, index) => (index === at ? { ...one, ...part } : one)));
  return (
    <Input.Wrapper label={t('special')} description={t('specialHint')}>
      {dates.map((one, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- a date is known by its place while it is typed
        <div key={at} className={classes.row}>
          <TextInput
            type="date"
            aria-label={t('date')}
            required
            value={one.date}
            onChange={(event) => put(at, { date: event.currentTarget.value })}
          />
          <TextInput
            flex="1 1 8rem"
            aria-label={t('dateName')}
            placeholder={t('dateName')}
            maxLength={80}
            value={one.name}
            onChange={(event) => put(at, { name: event.currentTarget.value })}
          />
          <Switch
            label={t('opens')}
            checked={one.spans.length > 0}
            onChange={(event) =>
              put(at, { spans: event.currentTarget.checked ? [{ from: '08:00', to: '14:00' }] : [] })
            }
          />
          <Spans of={one.name || one.date} spans={one.spans} onChange={(spans) => put(at, { spans })} />
          <ActionIcon
            aria-label={t('removeDate', { date: one.name || one.date })}
            onClick={() => onChange(dates.filter((_, index) => index !== at))}
          >
            <IconX size={18} stroke={1.7} />
          </ActionIcon>
        </div>
      ))}
      <Button
        mt="xs"
        size="xs"
        variant="default"
        leftSection={<IconPlus size={16} stroke={1.7} />}
        disabled={dates.length >= 200}
        onClick={() => onChange([...dates, { date: '', name: '', spans: [] }])}
      >
        {t('addDate')}
      </Button>
    </Input.Wrapper>
  );
}
