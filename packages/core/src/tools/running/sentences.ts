import type { Language } from '@balcao/contract';

export interface HourSentences {
  readonly days: readonly string[];
  readonly today: string;
  readonly tomorrow: string;
  readonly week: string;
  readonly always: string;
  onDay(day: string, date: string): string;
  on(day: string, spans: string): string;
  closed(day: string, holiday: string): string;
  opens(day: string, time: string): string;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const also = (text: string) => (text === '' ? '' : ` (${text})`);

export const hourSentences: { readonly [L in Language]: HourSentences } = {
  'pt-BR': {
    days: ['segunda', 'terça', 'quarta', 'quinta', 'sexta', 'sábado', 'domingo'],
    today: 'hoje',
    tomorrow: 'amanhã',
    week: 'Nosso horário:',
    always: 'Atendemos todos os dias, a qualquer hora.',
    onDay: (day, date) => `${day} (${date})`,
    on: (day, spans) => `${capital(day)} atendemos: ${spans}.`,
    closed: (day, holiday) => `${capital(day)} estamos fechados${also(holiday)}.`,
    opens: (day, time) => `Abrimos ${day} às ${time}.`,
  },
  en: {
    days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    today: 'today',
    tomorrow: 'tomorrow',
    week: 'Our hours:',
    always: 'We are here every day, at any hour.',
    onDay: (day, date) => `${day} (${date})`,
    on: (day, spans) => `${capital(day)} we are open ${spans}.`,
    closed: (day, holiday) => `${capital(day)} we are closed${also(holiday)}.`,
    opens: (day, time) => `We open ${day} at ${time}.`,
  },
  es: {
    days: ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'],
    today: 'hoy',
    tomorrow: 'mañana',
    week: 'Nuestro horario:',
    always: 'Atendemos todos los días, a cualquier hora.',
    onDay: (day, date) => `${day} (${date})`,
    on: (day, spans) => `${capital(day)} atendemos: ${spans}.`,
    closed: (day, holiday) => `${capital(day)} estamos cerrados${also(holiday)}.`,
    opens: (day, time) => `Abrimos ${day} a las ${time}.`,
  },
};

export interface DeedSentences {
  opened(protocol: string): string;
  noted(protocol: string): string;
  standing(protocol: string, status: string): string;
  booked(service: string, when: string): string;
  sent(title: string): string;
  /** For the team, in a note of the ticket. */
  bookingNote(service: string, when: string, note: string): string;
  botNote(note: string): string;
}

export const deedSentences: { readonly [L in Language]: DeedSentences } = {
  'pt-BR': {
    opened: (protocol) => `Registrei o seu pedido. O protocolo é ${protocol}.`,
    noted: (protocol) => `Anotei no atendimento ${protocol}.`,
    standing: (protocol, status) => `O atendimento ${protocol} está: ${status}.`,
    booked: (service, when) =>
      `Anotei o seu pedido de agendamento: ${service}, ${when}. Uma pessoa da equipe confirma o horário com você.`,
    sent: (title) => `Segue o documento: ${title}.`,
    bookingNote: (service, when, note) => `Pedido de agendamento: ${service}, ${when}.${note && ` ${note}`}`,
    botNote: (note) => `O assistente anotou: ${note}`,
  },
  en: {
    opened: (protocol) => `I have registered your request. The protocol is ${protocol}.`,
    noted: (protocol) => `I made a note in ticket ${protocol}.`,
    standing: (protocol, status) => `Ticket ${protocol} is: ${status}.`,
    booked: (service, when) =>
      `I noted your request to book: ${service}, ${when}. Somebody of the team will confirm the time with you.`,
    sent: (title) => `Here is the document: ${title}.`,
    bookingNote: (service, when, note) => `Wants to book: ${service}, ${when}.${note && ` ${note}`}`,
    botNote: (note) => `The assistant noted: ${note}`,
  },
  es: {
    opened: (protocol) => `Registré su pedido. El protocolo es ${protocol}.`,
    noted: (protocol) => `Lo anoté en la atención ${protocol}.`,
    standing: (protocol, status) => `La atención ${protocol} está: ${status}.`,
    booked: (service, when) =>
      `Anoté su pedido de turno: ${service}, ${when}. Una persona del equipo le confirma el horario.`,
    sent: (title) => `Aquí está el documento: ${title}.`,
    bookingNote: (service, when, note) => `Pedido de turno: ${service}, ${when}.${note && ` ${note}`}`,
    botNote: (note) => `El asistente anotó: ${note}`,
  },
};

export const statusNames: { readonly [L in Language]: Readonly<Record<string, string>> } = {
  'pt-BR': {
    triage: 'com o assistente',
    queued: 'na fila',
    open: 'em atendimento',
    waiting: 'aguardando a sua resposta',
    snoozed: 'adiado',
    resolved: 'resolvido',
  },
  en: {
    triage: 'with the assistant',
    queued: 'in the queue',
    open: 'being served',
    waiting: 'waiting for your answer',
    snoozed: 'postponed',
    resolved: 'resolved',
  },
  es: {
    triage: 'con el asistente',
    queued: 'en la fila',
    open: 'en atención',
    waiting: 'esperando su respuesta',
    snoozed: 'pospuesto',
    resolved: 'resuelto',
  },
};

/** `2026-11-23`, `14:30` as people of the language write it. */
export function whenText(date: string, time: string | undefined, language: Language): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const written = language === 'en' ? `${month}/${day}/${year}` : `${day}/${month}/${year}`;
  if (time === undefined) return written;
  return { 'pt-BR': `${written} às ${time}`, en: `${written} at ${time}`, es: `${written} a las ${time}` }[language];
}
