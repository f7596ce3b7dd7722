import { NumberInput, Select, Switch } from '@mantine/core';
import { useDecimals } from '../../../bot-words/index.ts';
import { useTexts } from '../../../text/index.ts';
import { GroupForm, type Settings } from './group-form.tsx';
import { workTexts } from './texts/texts.ts';
import classes from './work.module.css';

const atWarn = ['saving', 'local', 'nothing'] as const;
const atEnd = ['local', 'handoff'] as const;

/** What models may cost, and how little is asked of them. */
export function MoneyForm({ saved }: { saved: Settings }) {
  const t = useTexts(workTexts);
  const decimals = useDecimals();
  return (
    <GroupForm title={t('money')} lead={t('moneyLead')} saved={saved} subjects={['budget', 'limits', 'cache']}>
      {({ settings: { budget, limits, cache }, change }) => (
        <>
          <Switch
            label={t('budgetOn')}
            checked={budget.perDayCents !== null}
            onChange={(event) => change('budget', { perDayCents: event.currentTarget.checked ? 200 : null })}
          />
          {budget.perDayCents !== null && (
            <>
              <div className={classes.half}>
                <NumberInput
                  label={t('perDay')}
                  description={t('perDayHint')}
                  prefix="US$ "
                  min={0}
                  max={10_000}
                  decimalScale={2}
                  fixedDecimalScale
                  {...decimals}
                  value={budget.perDayCents / 100}
                  onChange={(value) =>
                    typeof value === 'number' && change('budget', { perDayCents: Math.round(value * 100) })
                  }
                />
                <NumberInput
                  label={t('warnAt')}
                  suffix="%"
                  min={1}
                  max={100}
                  allowDecimal={false}
                  value={budget.warnPercent}
                  onChange={(value) => typeof value === 'number' && change('budget', { warnPercent: value })}
                />
              </div>
              <div className={classes.half}>
                <Select
                  label={t('atWarn')}
                  data={atWarn.map((one) => ({ value: one, label: t(`atWarn_${one}`) }))}
                  value={budget.atWarn}
                  allowDeselect={false}
                  onChange={(chosen) => change('budget', { atWarn: atWarn.find((one) => one === chosen) ?? 'saving' })}
                />
                <Select
                  label={t('atEnd')}
                  data={atEnd.map((one) => ({ value: one, label: t(`atEnd_${one}`) }))}
                  value={budget.atEnd}
                  allowDeselect={false}
                  onChange={(chosen) => change('budget', { atEnd: chosen === 'handoff' ? 'handoff' : 'local' })}
                />
              </div>
            </>
          )}
          <Switch
            label={t('cache')}
            description={t('cacheHint')}
            checked={cache.on}
            onChange={(event) => change('cache', { on: event.currentTarget.checked })}
          />
          {cache.on && (
            <NumberInput
              label={t('cacheHours')}
              suffix={t('hoursWord')}
              min={1}
              max={720}
              allowDecimal={false}
              value={cache.hours}
              onChange={(value) => typeof value === 'number' && change('cache', { hours: value })}
            />
          )}
          <div className={classes.half}>
            <NumberInput
              label={t('tokensIn')}
              description={t('tokensInHint')}
              min={500}
              max={32_000}
              step={500}
              allowDecimal={false}
              value={limits.tokensIn}
              onChange={(value) => typeof value === 'number' && change('limits', { tokensIn: value })}
            />
            <NumberInput
              label={t('tokensOut')}
              description={t('tokensOutHint')}
              min={50}
              max={4000}
              step={50}
              allowDecimal={false}
              value={limits.tokensOut}
              onChange={(value) => typeof value === 'number' && change('limits', { tokensOut: value })}
            />
          </div>
        </>
      )}
    </GroupForm>
  );
}
