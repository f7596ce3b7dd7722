/** What the assistant of the demonstration knows: a bakery of make-believe. */
export const demoKnowledge: readonly { readonly questions: readonly string[]; readonly body: string }[] = [
  {
    questions: [
      'Qual é o horário de funcionamento?',
      'Que horas vocês abrem?',
      'Até que horas ficam abertos?',
      'Abre no domingo?',
    ],
    body: 'Abrimos de segunda a sábado das 6h às 21h e aos domingos das 7h às 13h.',
  },
  {
    questions: ['Vocês abrem no feriado?', 'Como fica no Natal e no Ano-Novo?'],
    body: 'Nos feriados abrimos das 7h às 13h. Só fechamos em 25 de dezembro e 1º de janeiro.',
  },
  {
    questions: ['Qual é o endereço?', 'Onde vocês ficam?', 'Como chego aí?'],
    body: 'Estamos na Rua das Palmeiras, 120, na Vila Nova, em frente à praça da matriz.',
  },
  {
    questions: ['Tem estacionamento?', 'Onde dá para parar o carro?'],
    body: 'Temos seis vagas gratuitas na frente da loja.',
  },
  {
    questions: ['Quais são as formas de pagamento?', 'Aceita Pix?', 'Posso pagar com cartão?'],
    body: 'Aceitamos dinheiro, Pix e cartão de débito e de crédito.',
  },
  {
    questions: ['Aceitam vale-refeição?', 'Passa Alelo', 'VR ou Sodexo?'],
    body: 'Aceitamos Alelo, Pluxee, VR e Ticket, refeição e alimentação.',
  },
  {
    questions: ['Dá para parcelar?', 'Em quantas vezes posso dividir?'],
    body: 'Encomendas acima de R$ 200 podem ser parceladas em até 3 vezes sem juros no cartão.',
  },
  {
    questions: [
      'Vocês entregam?',
      'Fazem entrega em casa?',
      'Em quais bairros entregam?',
      'Você entrega no meu bairro?',
      'Entrega no bairro Centro?',
    ],
    body: 'Entregamos em até 6 km da padaria, todos os dias das 8h às 19h.',
  },
  {
    questions: ['Quanto custa a entrega?', 'Qual é o valor do frete?', 'A entrega é grátis?'],
    body: 'A entrega custa R$ 6 até 3 km e R$ 10 até 6 km. Acima de R$ 120 em compras ela é grátis.',
  },
  {
    questions: ['Quanto tempo demora a entrega?', 'Em quanto tempo chega?'],
    body: 'A entrega leva de 40 a 60 minutos depois que o pedido é confirmado.',
  },
  {
    questions: ['Vocês fazem bolo de aniversário?', 'Aceitam encomenda de bolo?', 'Fazem bolo para festa?'],
    body: 'Fazemos, sim! Bolos de aniversário são por encomenda, com dois dias de antecedência, a partir de 2 kg.',
  },
  {
    questions: ['Quanto custa o bolo?', 'Qual é o preço do quilo do bolo de aniversário?'],
    body: 'O bolo de aniversário custa R$ 68 o quilo nos sabores tradicionais e R$ 82 nos especiais.',
  },
  {
    questions: ['Quais são os sabores de bolo?', 'Tem bolo de cenoura?', 'Que recheios vocês fazem?'],
    body: 'Os tradicionais são cenoura, chocolate, coco e abacaxi. Os especiais são brigadeiro, morango e nozes.',
  },
  {
    questions: ['Quanto custa o pão francês?', 'Qual é o preço do pãozinho?'],
    body: 'O pão francês custa R$ 19,90 o quilo.',
  },
  {
    questions: ['Que horas sai pão quentinho?', 'A que horas tem fornada?'],
    body: 'Tem fornada de pão francês às 6h, às 11h e às 17h.',
  },
  {
    questions: ['Tem produto sem glúten?', 'Vocês têm pão para celíaco?'],
    body: 'Temos pão e bolo sem glúten por encomenda. A cozinha também usa trigo, então não indicamos para quem é celíaco.',
  },
  {
    questions: ['Tem opção vegana?', 'Vocês têm algo sem leite?'],
    body: 'Temos pão de fermentação natural, focaccia e bolo de cacau veganos todos os dias.',
  },
  {
    questions: ['Posso trocar ou devolver um produto?', 'Veio errado', 'como faço para trocar?'],
    body: 'Trocamos no mesmo dia, com o cupom. Se veio errado na entrega, mande uma foto por aqui que levamos outro.',
  },
  {
    questions: ['Como cancelo uma encomenda?', 'Posso desistir do pedido?'],
    body: 'Encomendas podem ser canceladas sem custo até um dia antes da retirada.',
  },
  {
    questions: ['Vocês emitem nota fiscal?', 'Como peço a nota com CPF?'],
    body: 'A nota sai no caixa com CPF ou CNPJ. Nas entregas, ela vai por e-mail.',
  },
  {
    questions: ['Fazem salgados para festa?', 'Quanto custa o cento de salgado?'],
    body: 'O cento de salgados sortidos custa R$ 95 e precisa de um dia de antecedência.',
  },
  {
    questions: ['Tem café da manhã?', 'Dá para tomar café aí?', 'Tem wi-fi?'],
    body: 'Servimos café da manhã todos os dias até as 11h, com wi-fi grátis no salão.',
  },
];
