import type { NumberState } from './model.ts';
import type { NumberOptions } from './options.ts';
import { seedTemplates } from './seed-templates.ts';
import { publish, type World } from './world.ts';

/** Adds a business number, or changes what is known of it. */
export function connectNumber(world: World, options: NumberOptions): NumberState {
  const known = world.numbers.get(options.phoneNumberId);
  const number: NumberState = {
    registered: true,
    serviceMessages: { month: '', count: 0 },
    ...known,
    ...options,
    verifiedName: options.verifiedName ?? known?.verifiedName ?? 'Empresa de demonstração',
  };
  world.numbers.set(number.phoneNumberId, number);
  world.subscribed.add(number.wabaId);
  seedTemplates(world, number.wabaId);
  const { phoneNumberId, wabaId, displayPhoneNumber, verifiedName } = number;
  publish(world, 'number', {
    phoneNumberId,
    wabaId,
    displayPhoneNumber,
    verifiedName,
    webhookUrl: number.webhookUrl ?? null,
  });
  return number;
}
