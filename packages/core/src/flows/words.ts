import type { Check } from './flow.ts';

/** What the engine says by itself, where a flow leaves it open. */
export interface EngineWords {
  readonly seeOptions: string;
  readonly byNumber: string;
  readonly notUnderstood: string;
  /** The flow went round and was stopped. */
  readonly stopped: string;
  readonly needed: Readonly<Record<Check, string>>;
}

const pt: EngineWords = {
  seeOptions: 'Ver opções',
  byNumber: 'Responda com o número da opção.',
  notUnderstood: 'Não entendi. Escolha uma das opções, por favor.',
  stopped: 'Algo não saiu como devia por aqui. Pode escrever de novo o que precisa?',
  needed: {
    text: 'Pode escrever a resposta, por favor?',
    number: 'Preciso de um número. Pode mandar só o número?',
    money: 'Não entendi o valor. Pode mandar assim: 150,00?',
    date: 'Não entendi a data. Pode mandar assim: 25/12/2026?',
    email: 'Esse e-mail não parece completo. Pode mandar de novo?',
    cpf: 'Esse CPF não confere. Pode mandar de novo, com os 11 números?',
    cnpj: 'Esse CNPJ não confere. Pode mandar de novo, completo?',
    cpf_or_cnpj: 'Esse CPF ou CNPJ não confere. Pode mandar de novo, completo?',
    phone: 'Esse telefone não parece completo. Pode mandar de novo, com o DDD?',
  },
};

const en: EngineWords = {
  seeOptions: 'See options',
  byNumber: 'Reply with the number of the option.',
  notUnderstood: 'I did not get that. Please choose one of the options.',
  stopped: 'Something went wrong here. Could you write again what you need?',
  needed: {
    text: 'Could you write the answer, please?',
    number: 'I need a number. Could you send just the number?',
    money: 'I did not get the amount. Could you send it like 150.00?',
    date: 'I did not get the date. Could you send it like 25/12/2026?',
    email: 'That e-mail does not look complete. Could you send it again?',
    cpf: 'That CPF is not right. Could you send its 11 digits again?',
    cnpj: 'That CNPJ is not right. Could you send all of it again?',
    cpf_or_cnpj: 'That CPF or CNPJ is not right. Could you send all of it again?',
    phone: 'That phone number does not look complete. Could you send it again, with the area code?',
  },
};

const es: EngineWords = {
  seeOptions: 'Ver opciones',
  byNumber: 'Responde con el número de la opción.',
  notUnderstood: 'No entendí. Elige una de las opciones, por favor.',
  stopped: 'Algo no salió bien aquí. ¿Puedes escribir otra vez lo que necesitas?',
  needed: {
    text: '¿Puedes escribir la respuesta, por favor?',
    number: 'Necesito un número. ¿Puedes enviar solo el número?',
    money: 'No entendí el valor. ¿Puedes enviarlo así: 150,00?',
    date: 'No entendí la fecha. ¿Puedes enviarla así: 25/12/2026?',
    email: 'Ese correo no parece completo. ¿Puedes enviarlo otra vez?',
    cpf: 'Ese CPF no es válido. ¿Puedes enviarlo otra vez, con los 11 números?',
    cnpj: 'Ese CNPJ no es válido. ¿Puedes enviarlo otra vez, completo?',
    cpf_or_cnpj: 'Ese CPF o CNPJ no es válido. ¿Puedes enviarlo otra vez, completo?',
    phone: 'Ese teléfono no parece completo. ¿Puedes enviarlo otra vez, con el código de área?',
  },
};

export const wordsIn = (language: string | undefined): EngineWords =>
  language === 'en' ? en : language === 'es' ? es : pt;
