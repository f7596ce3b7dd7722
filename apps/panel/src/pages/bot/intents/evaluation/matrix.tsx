import { ScrollArea, VisuallyHidden } from '@mantine/core';
import type { Output } from '../../../../api/index.ts';
import { useTexts } from '../../../../text/index.ts';
import classes from '../intents.module.css';
import { intentsTexts } from '../texts/texts.ts';
import { readMatrix } from './read-matrix.ts';

/** Who was taken for whom: rows are what it was, columns what the bot understood. Only those that got mixed up. */
export function Matrix({ evaluation }: { evaluation: Output<'intents.evaluation'> }) {
  const t = useTexts(intentsTexts);
  const { rows, columns, at } = readMatrix(evaluation);
  return (
    <ScrollArea type="auto" tabIndex={0} aria-label={t('matrix')} role="region">
      <table className={classes.matrix}>
        <thead>
          <tr>
            <td>
              <VisuallyHidden>{t('matrixLead')}</VisuallyHidden>
            </td>
            {columns.map((column) => (
              <th key={column.key} scope="col">
                <span>{column.name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.name}</th>
              {columns.map((column) => {
                const value = at(row.key, column.key);
                return (
                  <td
                    key={column.key}
                    className={classes.cell}
                    data-right={(row.key === column.key && value > 0) || undefined}
                    data-wrong={(row.key !== column.key && value > 0) || undefined}
                  >
                    {value > 0 ? value : ''}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}
