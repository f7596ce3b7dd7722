import type { TicketPriority } from '@balcao/contract';

/** In the order of their numbers in the database. */
const priorities: readonly TicketPriority[] = ['low', 'normal', 'high', 'urgent'];

export const priorityNumber = (priority: TicketPriority): number => priorities.indexOf(priority);
export const priorityName = (number: number): TicketPriority => priorities[number] ?? 'normal';
