import { IconShoppingCart } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useLanguage, useTexts } from '../../text/index.ts';
import { readOrder } from '../details/read-details.ts';
import { messageTexts } from '../texts/texts.ts';
import type { ThreadMessage } from '../thread-message.ts';
import classes from './body.module.css';
import { TextBody } from './text-body.tsx';

/** What the customer put into the cart of the catalogue. */
export function OrderBody({ message }: { message: ThreadMessage }): ReactNode {
  const t = useTexts(messageTexts);
  const language = useLanguage();
  const { items, currency, totalCents } = readOrder(message.content);
  const money = (cents: number) => (cents / 100).toLocaleString(language, { style: 'currency', currency });
  return (
    <>
      <small className={classes.kicker}>
        <IconShoppingCart size={14} aria-hidden /> {t('order')}
      </small>
      <table className={classes.order}>
        <tbody>
          {items.map((item, n) => (
            // oxlint-disable-next-line react/no-array-index-key -- a product may be there twice
            <tr key={n}>
              <td>{item.quantity}×</td>
              <td>{t('item', { product: item.product })}</td>
              <td>{item.cents === undefined ? '' : money(item.quantity * item.cents)}</td>
            </tr>
          ))}
        </tbody>
        {totalCents === undefined ? null : (
          <tfoot>
            <tr>
              <td colSpan={2}>{t('total')}</td>
              <td>{money(totalCents)}</td>
            </tr>
          </tfoot>
        )}
      </table>
      {message.text ? <TextBody text={message.text} /> : null}
    </>
  );
}
