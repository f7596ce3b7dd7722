import { Mark } from '@mantine/core';
import { Fragment } from 'react';

/** A text with what matched in it set off. */
export function Marked({ text, marks }: { text: string; marks: readonly { from: number; to: number }[] }) {
  const starts = [0, ...marks.map((mark) => mark.to)];
  return starts.map((start, at) => {
    const mark = marks[at];
    return (
      <Fragment key={start}>
        {text.slice(start, mark?.from)}
        {mark && <Mark>{text.slice(mark.from, mark.to)}</Mark>}
      </Fragment>
    );
  });
}
