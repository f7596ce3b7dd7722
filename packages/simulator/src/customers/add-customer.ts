import type { Customer } from '../model.ts';
import type { NewCustomer } from '../options.ts';
import { publish, type World } from '../world.ts';
import { brazilianWaId, personKey, phoneDigits } from './brazilian-wa-id.ts';
import { ControlProblem } from './control-problem.ts';

export function findByPhone(world: World, digits: string): Customer | undefined {
  const key = personKey(digits);
  for (const customer of world.customers.values()) {
    if (customer.waId !== null && personKey(customer.waId) === key) return customer;
  }
  return undefined;
}

export function findByUserId(world: World, userId: string): Customer | undefined {
  for (const customer of world.customers.values()) if (customer.userId === userId) return customer;
  return undefined;
}

function newUserId(world: World): string {
  return `BR.${Array.from({ length: 17 }, () => Math.floor(world.random() * 10)).join('')}`;
}

/** A new person with a telephone, or known by a BSUID only. */
export function addCustomer(world: World, input: NewCustomer): Customer {
  const digits = input.phone ? phoneDigits(input.phone) : '';
  if (input.phone && (digits.length < 8 || digits.length > 15)) {
    throw new ControlProblem(400, `"${input.phone}" is not a telephone number`);
  }
  const waId = input.waId ?? (digits === '' ? null : brazilianWaId(digits));
  if (waId !== null && findByPhone(world, waId))
    throw new ControlProblem(409, 'There is already a customer with this number');
  if (input.userId !== undefined && findByUserId(world, input.userId)) {
    throw new ControlProblem(409, 'There is already a customer with this user id');
  }
  const customer: Customer = {
    id: world.newId(),
    name: input.name.trim() || input.phone || 'Cliente',
    phone: input.phone ?? (waId === null ? null : `+${waId}`),
    waId,
    userId: input.userId ?? (waId === null ? newUserId(world) : null),
    username: input.username ?? null,
  };
  world.customers.set(customer.id, customer);
  publish(world, 'customer', customer);
  return customer;
}
