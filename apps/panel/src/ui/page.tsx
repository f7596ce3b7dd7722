import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './page.module.css';

/** A page that scrolls by itself, with its title. What fills the whole frame (the inbox) does without. */
export function Page({
  title,
  lead,
  actions,
  wide = false,
  children,
}: {
  title: string;
  lead?: string | undefined;
  actions?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={classes.page}>
      <div className={`${classes.body} ${wide ? classes.wide : ''}`}>
        <PageHeader title={title} lead={lead} actions={actions} />
        {children}
      </div>
    </div>
  );
}

export function PageHeader({
  title,
  lead,
  actions,
}: {
  title: string;
  lead?: string | undefined;
  actions?: ReactNode;
}) {
  return (
    <header className={classes.header}>
      <div>
        <Title order={1}>{title}</Title>
        {lead !== undefined && (
          <Text c="dimmed" size="sm" mt={4}>
            {lead}
          </Text>
        )}
      </div>
      {actions}
    </header>
  );
}

/** A card of a page: one subject, with its own heading and actions. `quiet`: the page's own title says it already. */
export function Section({
  title,
  lead,
  actions,
  quiet = false,
  children,
}: {
  title: string;
  lead?: string | undefined;
  actions?: ReactNode;
  quiet?: boolean;
  children: ReactNode;
}) {
  return (
    <section className={classes.section} aria-label={title}>
      {!quiet && (
        <div className={classes.sectionHead}>
          <div>
            <Title order={2}>{title}</Title>
            {lead !== undefined && (
              <Text c="dimmed" size="sm" mt={2}>
                {lead}
              </Text>
            )}
          </div>
          {actions}
        </div>
      )}
      {children}
    </section>
  );
}

/** A page with a single card: the title, what it is about and what one can do stand above it. */
export function PageSection({ title, lead, actions, children }: Omit<Parameters<typeof Section>[0], 'quiet'>) {
  return (
    <>
      <PageHeader title={title} lead={lead} actions={actions} />
      <Section title={title} quiet>
        {children}
      </Section>
    </>
  );
}
