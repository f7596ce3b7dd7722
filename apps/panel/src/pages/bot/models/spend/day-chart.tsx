import { dollars } from '../../../../bot-words/index.ts';
import { type Language, useLanguage } from '../../../../text/index.ts';
import classes from '../models.module.css';

interface Day {
  readonly day: string;
  readonly costMicros: number;
}

const WIDTH = 300;
const HEIGHT = 60;
const short = (day: string, language: Language) =>
  new Intl.DateTimeFormat(language, { day: '2-digit', month: '2-digit', timeZone: 'UTC' }).format(new Date(day));

/** A bar for each day; its figure on hover, and in the label for those who do not see it. */
export function DayChart({ days, label }: { days: readonly Day[]; label: string }) {
  const language = useLanguage();
  const most = Math.max(1, ...days.map((one) => one.costMicros));
  const step = WIDTH / Math.max(1, days.length);
  const [first] = days;
  const last = days.at(-1);
  const told = days
    .filter((one) => one.costMicros > 0)
    .map((one) => `${short(one.day, language)}: ${dollars(one.costMicros, language)}`);
  return (
    <figure style={{ margin: 0 }}>
      <svg
        className={classes.chart}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${label}. ${told.join('; ')}`}
      >
        {days.map((one, at) => {
          const height = one.costMicros === 0 ? 0 : Math.max(1, (one.costMicros / most) * (HEIGHT - 2));
          return (
            <rect
              key={one.day}
              className={classes.bar}
              x={at * step + step * 0.15}
              y={HEIGHT - height}
              width={step * 0.7}
              height={height}
            >
              <title>{`${short(one.day, language)}: ${dollars(one.costMicros, language)}`}</title>
            </rect>
          );
        })}
      </svg>
      {first && last && (
        <div className={classes.axis} aria-hidden>
          <span>{short(first.day, language)}</span>
          <span>{short(last.day, language)}</span>
        </div>
      )}
    </figure>
  );
}
