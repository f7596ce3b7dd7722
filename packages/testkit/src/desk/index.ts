export { type LabMember, movableClock, type NewTicket, ticketLab } from './ticket-lab.ts';
