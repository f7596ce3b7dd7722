import {
  IconApi,
  IconCalendarPlus,
  IconClock,
  IconFileText,
  IconTicket,
  IconTransfer,
  IconTruckDelivery,
} from '@tabler/icons-react';

export const kindIcons = {
  opening_hours: IconClock,
  order_status: IconTruckDelivery,
  open_ticket: IconTicket,
  update_ticket: IconTransfer,
  book: IconCalendarPlus,
  send_document: IconFileText,
  http: IconApi,
} as const;
