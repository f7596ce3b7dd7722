import { Badge, Button, Group, Progress, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import {
  IconBrandWhatsapp,
  IconCheck,
  IconDeviceMobile,
  IconHierarchy2,
  IconShieldLock,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useMe, useMember } from '../../session/index.ts';
import { putOffStart, useStartSteps, useSwitchCompany } from '../../shell/index.ts';
import { useTexts } from '../../text/index.ts';
import { LinkButton, Page } from '../../ui/index.ts';
import { ConnectNumber } from './connect/connect-number.tsx';
import classes from './start.module.css';
import { startTexts } from './texts/texts.ts';

/** From an empty company to one that serves. Every step can wait; the list comes back until it is done. */
export function StartPage() {
  const t = useTexts(startTexts);
  const navigate = useNavigate();
  const { id } = useMember();
  const steps = useStartSteps();
  const [connecting, setConnecting] = useState(false);
  const flags = Object.values(steps ?? {});
  const done = flags.filter(Boolean).length;
  const leave = () => {
    putOffStart(id);
    void navigate({ to: '/inbox' });
  };
  if (connecting)
    return (
      <Page title={t('title')}>
        <ConnectNumber onDone={() => setConnecting(false)} />
      </Page>
    );
  const complete = steps !== undefined && done === flags.length;
  return (
    <Page
      title={complete ? t('allDone') : t('title')}
      lead={t('lead')}
      actions={
        <Button variant={complete ? 'filled' : 'default'} onClick={leave}>
          {complete ? t('finish') : t('later')}
        </Button>
      }
    >
      <Group gap="sm" mb="lg" mih={22}>
        <Progress value={flags.length === 0 ? 0 : (done / flags.length) * 100} flex={1} aria-label={t('title')} />
        <Text size="sm" c="dimmed">
          {flags.length > 0 && t('progress', { done, all: flags.length })}
        </Text>
      </Group>
      <Step icon={IconBrandWhatsapp} title={t('numberTitle')} text={t('numberText')} done={steps?.number}>
        <Button variant={steps?.number ? 'default' : 'filled'} onClick={() => setConnecting(true)}>
          {steps?.number ? t('another') : t('connect')}
        </Button>
      </Step>
      <DemoStep />
      <Step icon={IconUsers} title={t('peopleTitle')} text={t('peopleText')} done={steps?.people}>
        <LinkButton variant="default" to="/settings/$section" params={{ section: 'people' }}>
          {t('peopleButton')}
        </LinkButton>
      </Step>
      <Step icon={IconHierarchy2} title={t('placesTitle')} text={t('placesText')} done={steps?.places}>
        <LinkButton variant="default" to="/settings/$section" params={{ section: 'places' }}>
          {t('placesButton')}
        </LinkButton>
      </Step>
      <Step icon={IconShieldLock} title={t('safeTitle')} text={t('safeText')} done={steps?.safe}>
        <LinkButton variant="default" to="/account">
          {t('safeButton')}
        </LinkButton>
      </Step>
    </Page>
  );
}

/** The customer's telephone of the demonstration, when this house has one. */
function DemoStep() {
  const t = useTexts(startTexts);
  const { workspaces } = useMe();
  const switchTo = useSwitchCompany();
  const demo = workspaces.find((one) => one.slug === 'demo');
  if (!demo) return null;
  const play = () => {
    window.open('/phone/', '_blank', 'noopener');
    switchTo(demo.id);
  };
  return (
    <Step icon={IconDeviceMobile} title={t('try')} text={t('tryText')} done={undefined}>
      <Button variant="light" onClick={play}>
        {t('tryButton')}
      </Button>
    </Step>
  );
}

function Step({
  icon: Icon,
  title,
  text,
  done,
  children,
}: {
  icon: TablerIcon;
  title: string;
  text: string;
  done: boolean | undefined;
  children: ReactNode;
}) {
  const t = useTexts(startTexts);
  return (
    <section className={classes.step} aria-label={title}>
      <ThemeIcon size={44} radius="xl" variant="light" color={done ? 'green' : 'petroleo'}>
        {done ? <IconCheck size={22} stroke={1.8} /> : <Icon size={22} stroke={1.6} />}
      </ThemeIcon>
      <Stack gap={2} className={classes.words ?? ''}>
        <Group gap="xs">
          <Title order={2}>{title}</Title>
          {done && (
            <Badge color="green" variant="light">
              {t('done')}
            </Badge>
          )}
        </Group>
        <Text size="sm" c="dimmed">
          {text}
        </Text>
      </Stack>
      {children}
    </section>
  );
}
