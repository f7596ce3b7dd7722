import { Text, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTexts } from '../../text/index.ts';
import { uiTexts } from '../texts/texts.ts';
import classes from './gate.module.css';
import { LanguagePicker } from './language-picker.tsx';
import { LogoMark } from './logo.tsx';

/** What stands before the panel: signing in, the first owner, an invitation, a new password. */
export function Gate({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  const t = useTexts(uiTexts);
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    // Not on telephones: the keyboard would cover half the page before anybody asked.
    if (matchMedia('(pointer: fine)').matches)
      main.current?.querySelector<HTMLInputElement>('input:not([readonly])')?.focus();
  }, [title]);
  return (
    <div className={classes.gate}>
      <aside className={classes.side}>
        <div className={classes.brand}>
          <LogoMark size={40} onDark />
          Balcão
        </div>
        <div className={classes.talk} aria-hidden="true">
          <span className={classes.bubble}>{t('talkAsk')}</span>
          <span className={classes.bubble} data-own>
            {t('talkAnswer')}
          </span>
        </div>
        <div>
          <p className={classes.promise}>{t('promise')}</p>
          <p className={classes.small}>{t('promiseSmall')}</p>
        </div>
      </aside>
      <div className={classes.content}>
        <main ref={main} className={classes.middle}>
          <div className={`${classes.brand} ${classes.narrowBrand}`}>
            <LogoMark size={36} />
            Balcão
          </div>
          <Title order={1}>{title}</Title>
          {lead !== undefined && (
            <Text c="dimmed" mt={6}>
              {lead}
            </Text>
          )}
          {children}
        </main>
        <footer className={classes.foot}>
          <LanguagePicker />
        </footer>
      </div>
    </div>
  );
}
