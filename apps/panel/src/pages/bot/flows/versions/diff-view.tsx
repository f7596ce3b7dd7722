import type { Output } from '../../../../api/index.ts';
import { useTexts } from '../../../../text/index.ts';
import { flowsTexts } from '../texts/texts.ts';
import classes from './versions.module.css';

type Line = Output<'flows.diff'>['lines'][number];

const AROUND = 2;

/** What changed, with two lines around each change; what is the same is folded away. */
export function DiffView({ lines }: { lines: readonly Line[] }) {
  const t = useTexts(flowsTexts);
  const near = lines.map((_, n) =>
    lines.slice(Math.max(0, n - AROUND), n + AROUND + 1).some((line) => line.kind !== 'same'),
  );
  const parts: ({ key: string; line: Line } | { key: string; skipped: number })[] = [];
  lines.forEach((line, n) => {
    const before = parts.at(-1);
    if (near[n]) parts.push({ key: `${line.before} ${line.after} ${line.kind}`, line });
    else if (before !== undefined && 'skipped' in before) before.skipped++;
    else parts.push({ key: `skip ${n}`, skipped: 1 });
  });
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a place that scrolls must be reached by the keyboard
    <div className={classes.diff} tabIndex={0} role="region" aria-label={t('changesLabel')}>
      {parts.map((part) =>
        'skipped' in part ? (
          <div key={part.key} className={classes.skipped}>
            {t('skipped', { count: part.skipped })}
          </div>
        ) : (
          <div key={part.key} className={classes.diffLine} data-kind={part.line.kind}>
            <span className={classes.number}>{part.line.after ?? part.line.before}</span>
            <Sign kind={part.line.kind} />
            <span className={classes.words}>{part.line.text}</span>
          </div>
        ),
      )}
    </div>
  );
}

function Sign({ kind }: { kind: Line['kind'] }) {
  const t = useTexts(flowsTexts);
  if (kind === 'same') return <span className={classes.sign} />;
  return (
    <span className={classes.sign} role="img" aria-label={t(kind)}>
      {kind === 'added' ? '+' : '−'}
    </span>
  );
}
