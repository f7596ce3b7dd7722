import type { ChatMessage, Customer, NumberState } from '../model.ts';
import type { World } from '../world.ts';
import { ControlProblem } from './control-problem.ts';

export function findParties(
  world: World,
  phoneNumberId: string,
  customerId: string,
): { number: NumberState; customer: Customer } {
  const number = world.numbers.get(phoneNumberId);
  const customer = world.customers.get(customerId);
  if (!number) throw new ControlProblem(404, `There is no number ${phoneNumberId}`);
  if (!customer) throw new ControlProblem(404, `There is no customer ${customerId}`);
  return { number, customer };
}

export function findMessage(world: World, id: string): ChatMessage {
  const message = world.messages.get(id);
  if (!message) throw new ControlProblem(404, `There is no message ${id}`);
  return message;
}
