import type { Customer } from '../model.ts';
import { newMessageId } from '../new-ids.ts';
import { publish, type World } from '../world.ts';
import { findByPhone } from './add-customer.ts';
import { brazilianWaId, personKey, phoneDigits } from './brazilian-wa-id.ts';
import { ControlProblem } from './control-problem.ts';
import { findParties } from './find-parties.ts';

/** The customer has a new number: Meta tells it by a system message without contacts. */
export function changeNumber(world: World, phoneNumberId: string, customerId: string, phone: string): Customer {
  const { number, customer } = findParties(world, phoneNumberId, customerId);
  const digits = phoneDigits(phone);
  if (digits.length < 8 || digits.length > 15) throw new ControlProblem(400, `"${phone}" is not a telephone number`);
  if (findByPhone(world, digits)) throw new ControlProblem(409, 'There is already a customer with this number');
  const before = customer.waId;
  if (before !== null) world.leftNumbers.add(personKey(before));
  world.leftNumbers.delete(personKey(digits));
  customer.phone = phone;
  customer.waId = brazilianWaId(digits);
  publish(world, 'customer', customer);
  world.webhooks.add({
    id: world.newId(),
    kind: 'message',
    wabaId: number.wabaId,
    phoneNumberId,
    field: 'messages',
    item: {
      ...(before ? { from: before } : {}),
      ...(customer.userId ? { from_user_id: customer.userId } : {}),
      id: newMessageId(world, customer.waId, true),
      timestamp: String(Math.floor(world.now() / 1000)),
      type: 'system',
      system: {
        body: `${customer.name} mudou de ${before ?? '?'} para ${customer.waId}`,
        wa_id: customer.waId,
        type: 'user_changed_number',
      },
    },
  });
  return customer;
}
