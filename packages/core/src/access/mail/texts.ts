import type { Language } from '@balcao/contract';
import type { Mail } from './mail-jobs.ts';

type Words = Omit<Mail, 'to'>;

interface InvitationFacts {
  readonly company: string;
  readonly by: string | undefined;
  readonly url: string;
}

/** One line: a name is somebody's text. */
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

const invitation: Readonly<Record<Language, (facts: InvitationFacts) => Words>> = {
  'pt-BR': ({ company, by, url }) => ({
    subject: `Convite para atender na ${company}`,
    text: `Olá!\n\n${by === undefined ? 'Você foi convidado' : `${by} convidou você`} para fazer parte do atendimento da ${company} no Balcão.\n\nPara aceitar, abra este link (vale por 7 dias e só pode ser usado uma vez):\n${url}\n\nSe você não esperava este convite, é só ignorar esta mensagem.\n`,
  }),
  en: ({ company, by, url }) => ({
    subject: `Invitation to serve at ${company}`,
    text: `Hello!\n\n${by === undefined ? 'You were invited' : `${by} invites you`} to join the team of ${company} on Balcão.\n\nTo accept, open this link (good for 7 days, and once):\n${url}\n\nIf you did not expect this invitation, just ignore this message.\n`,
  }),
  es: ({ company, by, url }) => ({
    subject: `Invitación para atender en ${company}`,
    text: `¡Hola!\n\n${by === undefined ? 'Recibió una invitación' : `${by} le invita`} para unirse al equipo de ${company} en Balcão.\n\nPara aceptar, abra este enlace (vale por 7 días y una sola vez):\n${url}\n\nSi no esperaba esta invitación, ignore este mensaje.\n`,
  }),
};

const reset: Readonly<Record<Language, (url: string) => Words>> = {
  'pt-BR': (url) => ({
    subject: 'Criar uma senha nova',
    text: `Olá!\n\nAlguém pediu para criar uma senha nova para a sua conta no Balcão. Se foi você, abra este link (vale por 2 horas e só pode ser usado uma vez):\n${url}\n\nSe não foi você, ignore esta mensagem: sua senha continua a mesma.\n`,
  }),
  en: (url) => ({
    subject: 'Choose a new password',
    text: `Hello!\n\nSomebody asked for a new password for your account on Balcão. If it was you, open this link (good for 2 hours, and once):\n${url}\n\nIf it was not you, ignore this message: your password stays as it is.\n`,
  }),
  es: (url) => ({
    subject: 'Crear una contraseña nueva',
    text: `¡Hola!\n\nAlguien pidió una contraseña nueva para su cuenta en Balcão. Si fue usted, abra este enlace (vale por 2 horas y una sola vez):\n${url}\n\nSi no fue usted, ignore este mensaje: su contraseña sigue igual.\n`,
  }),
};

export const invitationMail = (language: Language, facts: InvitationFacts): Words =>
  invitation[language]({
    company: plain(facts.company),
    by: facts.by === undefined ? undefined : plain(facts.by),
    url: facts.url,
  });
export const resetMail = (language: Language, url: string): Words => reset[language](url);
