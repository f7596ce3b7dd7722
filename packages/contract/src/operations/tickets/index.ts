import * as actions from './actions.ts';
import { notesAdd, notesDelete, notesEdit, notesList, ticketsHistory } from './history.ts';
import { inboxCounts, inboxList } from './inbox.ts';
import * as places from './places.ts';
import { tagsArchive, tagsCreate, tagsList, tagsUpdate } from './tags.ts';
import { ticketsGet, ticketsOfContact, ticketsOpen } from './tickets.ts';
import { viewsDelete, viewsList, viewsSave } from './views.ts';

export type { Note, TicketEvent, TicketEventKind } from './history.ts';
export { type InboxItem, type TicketPriority, type TicketStatus, ticketPriority } from './inbox-item.ts';
export type { TicketDetail } from './tickets.ts';
export type { ViewFilter } from './views.ts';

/** Tickets, the inbox, notes, and the places where tickets wait. */
export const ticketsOperations = {
  [inboxList.name]: inboxList,
  [inboxCounts.name]: inboxCounts,
  [ticketsGet.name]: ticketsGet,
  [ticketsOfContact.name]: ticketsOfContact,
  [ticketsOpen.name]: ticketsOpen,
  [actions.ticketsClaim.name]: actions.ticketsClaim,
  [actions.ticketsAssign.name]: actions.ticketsAssign,
  [actions.ticketsRelease.name]: actions.ticketsRelease,
  [actions.ticketsTransfer.name]: actions.ticketsTransfer,
  [actions.ticketsSetPriority.name]: actions.ticketsSetPriority,
  [actions.ticketsSetSubject.name]: actions.ticketsSetSubject,
  [actions.ticketsSetTags.name]: actions.ticketsSetTags,
  [actions.ticketsWait.name]: actions.ticketsWait,
  [actions.ticketsSnooze.name]: actions.ticketsSnooze,
  [actions.ticketsResolve.name]: actions.ticketsResolve,
  [actions.ticketsReopen.name]: actions.ticketsReopen,
  [actions.ticketsResetBot.name]: actions.ticketsResetBot,
  [actions.ticketsHandoff.name]: actions.ticketsHandoff,
  [actions.ticketsBulk.name]: actions.ticketsBulk,
  [ticketsHistory.name]: ticketsHistory,
  [notesList.name]: notesList,
  [notesAdd.name]: notesAdd,
  [notesEdit.name]: notesEdit,
  [notesDelete.name]: notesDelete,
  [places.departmentsList.name]: places.departmentsList,
  [places.departmentsCreate.name]: places.departmentsCreate,
  [places.departmentsUpdate.name]: places.departmentsUpdate,
  [places.departmentsArchive.name]: places.departmentsArchive,
  [places.departmentsSetMembers.name]: places.departmentsSetMembers,
  [places.queuesList.name]: places.queuesList,
  [places.queuesCreate.name]: places.queuesCreate,
  [places.queuesUpdate.name]: places.queuesUpdate,
  [places.queuesArchive.name]: places.queuesArchive,
  [places.teamsList.name]: places.teamsList,
  [places.teamsCreate.name]: places.teamsCreate,
  [places.teamsUpdate.name]: places.teamsUpdate,
  [places.teamsArchive.name]: places.teamsArchive,
  [places.teamsSetMembers.name]: places.teamsSetMembers,
  [tagsList.name]: tagsList,
  [tagsCreate.name]: tagsCreate,
  [tagsUpdate.name]: tagsUpdate,
  [tagsArchive.name]: tagsArchive,
  [viewsList.name]: viewsList,
  [viewsSave.name]: viewsSave,
  [viewsDelete.name]: viewsDelete,
} as const;
