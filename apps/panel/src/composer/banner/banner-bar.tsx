import { Button } from '@mantine/core';
import {
  IconBan,
  IconClockOff,
  IconDeviceMobile,
  IconInfoCircle,
  IconRobot,
  IconSparkles,
  IconUser,
} from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../text/index.ts';
import { composerTexts } from '../texts/texts.ts';
import classes from './banner.module.css';
import type { Banner, BannerWhy } from './decide-banner.ts';

const signs: Readonly<Record<BannerWhy, typeof IconBan>> = {
  blocked: IconBan,
  resolved: IconInfoCircle,
  windowClosed: IconClockOff,
  windowNever: IconClockOff,
  bot: IconRobot,
  metaAgent: IconSparkles,
  phoneApp: IconDeviceMobile,
  somebodyElse: IconUser,
  nobody: IconUser,
  channelStopped: IconInfoCircle,
};

interface BannerBarProps {
  readonly banner: Banner;
  /** It stands in the place of the text: nothing may be written before. */
  readonly locked: boolean;
  readonly assigneeName: string | null | undefined;
  onClaim?: (() => unknown) | undefined;
  onReopen?: (() => unknown) | undefined;
  onTemplate(): void;
  onNote?: (() => void) | undefined;
}

/** Who has the floor and why one may or may not write, with what changes it. */
export function BannerBar({
  banner,
  locked,
  assigneeName,
  onClaim,
  onReopen,
  onTemplate,
  onNote,
}: BannerBarProps): ReactNode {
  const t = useTexts(composerTexts);
  const Sign = signs[banner.why];
  const acts = {
    claim: onClaim && { word: t('claim'), run: onClaim },
    reopen: onReopen && { word: t('reopen'), run: onReopen },
    template: { word: t('chooseTemplate'), run: onTemplate },
  };
  const act = banner.act === null ? undefined : acts[banner.act];
  const words =
    banner.why === 'somebodyElse'
      ? t('banner_somebodyElse', { name: assigneeName ?? t('somebody') })
      : t(`banner_${banner.why}`);
  return (
    <div className={classes.banner} data-why={banner.why} data-locked={locked || undefined} role="status">
      <Sign size={18} stroke={1.7} aria-hidden />
      <span className={classes.words}>{words}</span>
      <span className={classes.acts}>
        {act ? <Act word={act.word} main={locked} run={act.run} /> : null}
        {locked && onNote ? (
          <Button size="compact-sm" variant="subtle" color="gray" onClick={onNote}>
            {t('writeNoteInstead')}
          </Button>
        ) : null}
      </span>
    </div>
  );
}

function Act({ word, main, run }: { word: string; main: boolean; run: () => unknown }): ReactNode {
  const [busy, setBusy] = useState(false);
  const go = async () => {
    setBusy(true);
    try {
      await run();
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      size={main ? 'sm' : 'compact-sm'}
      variant={main ? 'filled' : 'light'}
      loading={busy}
      onClick={() => void go()}
    >
      {word}
    </Button>
  );
}
