import { Fragment } from 'react';
import classes from './search.module.css';

/** A text with what matched in it set off. */
export function MarkedText({ text, marks }: { text: string; marks: readonly { from: number; to: number }[] }) {
  const starts = [0, ...marks.map((mark) => mark.to)];
  return starts.map((start, at) => {
    const mark = marks[at];
    return (
      <Fragment key={start}>
        {text.slice(start, mark?.from)}
        {mark && <mark className={classes.mark}>{text.slice(mark.from, mark.to)}</mark>}
      </Fragment>
    );
  });
}
