import type { Sentences } from './types.ts';

export const pt: Sentences = {
  greet: ({ name, who }) =>
    `${name === '' ? 'Oi!' : `Oi, ${name}!`} ${who === '' ? '' : `Aqui é ${who}. `}Como posso ajudar?`,
  welcome: () => 'Por nada! Se precisar de mais alguma coisa, é só chamar.',
  goodbye: () => 'Até mais! Qualquer coisa, é só chamar.',
  fine: () => 'Tudo bem. Se precisar, é só chamar.',
  askWhat: () => 'Certo. Me conta: com o que posso ajudar?',
  askForWords: ({ kind }) =>
    kind === 'audio'
      ? 'Ainda não consigo ouvir áudio por aqui. Pode escrever o que precisa?'
      : 'Recebi, obrigado! Pode me escrever em poucas palavras o que precisa?',
  offerPerson: () => 'Essa eu prefiro confirmar com uma pessoa. Quer que eu chame alguém da equipe?',
  error: () =>
    'Desculpe, tive um problema aqui e não consegui responder. Pode perguntar de novo, ou quer que eu chame uma pessoa?',
  timeout: () =>
    'Desculpe, a resposta está demorando mais do que devia. Quer esperar um pouco e perguntar de novo, ou prefere falar com uma pessoa?',
  notDone: () => 'Tudo bem, não fiz nada. Posso ajudar com outra coisa?',
  late: () => 'Desculpe, só recebi sua mensagem agora. Você ainda precisa de ajuda com isso?',
  optedOut: () =>
    'Pronto, você não vai mais receber mensagens de divulgação. Se precisar de atendimento, é só escrever aqui.',
  askErase: () => 'Quer mesmo que eu apague tudo o que lembro sobre você?',
  erased: () => 'Pronto, apaguei o que eu lembrava sobre você.',
  nudge: () => 'Você ainda está por aí? Se precisar, é só escrever.',
  idleClose: () => 'Como não tive mais resposta, vou encerrar por aqui. Se precisar, é só chamar de novo.',
  askRating: () => 'Como foi o atendimento? Sua nota ajuda a gente a melhorar.',
  rateButton: () => 'Dar uma nota',
  scores: () => ['1 – Muito ruim', '2 – Ruim', '3 – Regular', '4 – Bom', '5 – Muito bom'],
  thankRating: ({ score }) =>
    score >= 4 ? 'Que bom! Obrigado pela nota.' : 'Obrigado por dizer. Vamos trabalhar para melhorar.',
  yes: () => 'Sim',
  no: () => 'Não',
  person: () => 'Falar com pessoa',
  again: () => 'Vamos continuar de onde paramos:',
  before: {
    request: 'Claro!',
    low_confidence: 'Essa eu prefiro confirmar com uma pessoa.',
    anger: 'Sinto muito por isso. Vou passar para alguém que pode resolver.',
    sensitive: 'Isso é importante e merece a atenção de uma pessoa.',
    failures: 'Não estou conseguindo ajudar como devia.',
    rule: '',
    loop: '',
    hops: 'Vou deixar você com a nossa equipe.',
    late: 'Desculpe a demora.',
    error: 'Tive um problema aqui e não consegui responder.',
  },
  open: ({ due }) =>
    due === ''
      ? 'Já chamei uma pessoa da equipe; ela responde por aqui, por ordem de chegada.'
      : `Já chamei uma pessoa da equipe; ela responde por aqui até as ${due}.`,
  shut: ({ opens }) =>
    opens === ''
      ? 'Nossa equipe não está atendendo agora, mas sua mensagem já ficou na fila e alguém responde por aqui.'
      : `Nossa equipe não está atendendo agora, mas sua mensagem já ficou na fila: alguém responde por aqui ${opens}.`,
  today: (time) => `hoje às ${time}`,
  tomorrow: (time) => `amanhã às ${time}`,
  onDay: (day, time) => `${day} às ${time}`,
};
