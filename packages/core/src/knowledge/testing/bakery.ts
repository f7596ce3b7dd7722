/** A small shop's knowledge, as its owner would have written it: the mini-corpus that finding is measured with. */
export interface SampleArticle {
  readonly key: string;
  readonly kind: 'faq' | 'article';
  readonly title?: string;
  readonly questions: readonly string[];
  readonly body: string;
}

const faq = (key: string, questions: readonly string[], body: string): SampleArticle => ({
  key,
  kind: 'faq',
  questions,
  body,
});
const article = (key: string, title: string, body: string): SampleArticle => ({
  key,
  kind: 'article',
  title,
  questions: [],
  body,
});

export const bakery: readonly SampleArticle[] = [
  faq(
    'horario',
    ['Qual é o horário de funcionamento?', 'Que horas vocês abrem?', 'Até que horas ficam abertos?'],
    'Abrimos de segunda a sábado das 6h às 21h e aos domingos das 7h às 13h.',
  ),
  faq(
    'feriado',
    ['Vocês abrem nos feriados?', 'A padaria funciona no Natal?'],
    'Nos feriados abrimos das 7h às 13h. Fechamos somente em 25 de dezembro e 1º de janeiro.',
  ),
  faq(
    'endereco',
    ['Qual é o endereço da padaria?', 'Onde vocês ficam?', 'Como faço para chegar?'],
    'Estamos na Rua das Palmeiras, 120, no bairro Vila Nova, em frente à praça da matriz.',
  ),
  faq(
    'estacionamento',
    ['Tem estacionamento?', 'Onde posso parar o carro?'],
    'Temos seis vagas gratuitas na frente da loja e convênio com o estacionamento ao lado.',
  ),
  faq(
    'telefone',
    ['Qual é o telefone de vocês?', 'Tem número fixo para ligar?'],
    'Nosso telefone é (11) 3003-4455 e atendemos pelo WhatsApp neste mesmo número que você está usando.',
  ),
  faq(
    'pagamento',
    ['Quais são as formas de pagamento?', 'Aceita cartão?', 'Posso pagar com Pix?'],
    'Aceitamos dinheiro, Pix, cartão de débito e de crédito das principais bandeiras.',
  ),
  faq(
    'vale',
    ['Aceitam vale-refeição ou vale-alimentação?', 'Passa Alelo, Sodexo, VR?'],
    'Aceitamos Alelo, Pluxee (Sodexo), VR e Ticket, tanto refeição quanto alimentação.',
  ),
  faq(
    'parcelar',
    ['Dá para parcelar?', 'Em quantas vezes posso dividir no cartão?'],
    'Encomendas acima de R$ 200 podem ser parceladas em até 3 vezes sem juros no cartão de crédito.',
  ),
  faq(
    'boleto',
    ['Vocês emitem boleto?', 'Como consigo a segunda via do boleto?'],
    'Boleto apenas para empresas cadastradas. A segunda via pode ser pedida aqui: envie o CNPJ que geramos na hora.',
  ),
  faq(
    'nota',
    ['Como peço a nota fiscal?', 'Vocês dão nota com CPF?'],
    'A nota sai no caixa com CPF ou CNPJ. Se já comprou, mande a foto do cupom que enviamos a nota fiscal por e-mail.',
  ),
  faq(
    'taxa-entrega',
    ['Quanto custa a entrega?', 'Qual é o valor do frete?', 'A entrega é grátis?'],
    'A entrega custa R$ 6 até 3 km e R$ 10 até 6 km. Acima de R$ 120 em compras ela é grátis.',
  ),
  faq(
    'area-entrega',
    ['Em quais bairros vocês entregam?', 'Entregam na minha casa?', 'Atende meu bairro?'],
    'Entregamos em um raio de 6 km: Vila Nova, Centro, Jardim Europa, Santa Luzia e São José.',
  ),
  faq(
    'prazo-entrega',
    ['Quanto tempo demora a entrega?', 'Em quanto tempo chega o pedido?'],
    'Pedidos do dia chegam entre 40 e 60 minutos depois de confirmados.',
  ),
  faq('minimo', ['Tem pedido mínimo para entrega?'], 'O pedido mínimo para entrega é de R$ 25.'),
  faq(
    'retirada',
    ['Posso retirar na loja?', 'Dá para buscar o pedido no balcão?'],
    'Pode sim: o pedido fica pronto para retirada em 20 minutos, no balcão 2.',
  ),
  faq(
    'status',
    ['Onde está meu pedido?', 'Como acompanho minha entrega?', 'Meu pedido já saiu?'],
    'Para saber do seu pedido, mande o número que começa com PB e dizemos onde ele está.',
  ),
  faq(
    'atraso',
    ['Meu pedido está atrasado', 'A entrega não chegou ainda'],
    'Sentimos muito. Depois de 60 minutos o frete é devolvido: mande o número do pedido que falamos com o entregador.',
  ),
  faq(
    'cancelar',
    ['Como cancelo um pedido?', 'Quero desistir da compra'],
    'Pedidos do dia podem ser cancelados até o preparo começar. Encomendas, até 24 horas antes, sem custo.',
  ),
  faq(
    'troca',
    ['Veio o produto errado, como troco?', 'Posso trocar um item?'],
    'Se algo veio errado, mande uma foto em até 2 horas e trocamos na hora ou devolvemos o valor.',
  ),
  faq(
    'reembolso',
    ['Em quanto tempo recebo o reembolso?', 'Quando cai o estorno no cartão?'],
    'No Pix o dinheiro volta no mesmo dia; no cartão de crédito o estorno aparece em até duas faturas.',
  ),
  faq(
    'pao-frances',
    ['Quanto está o pão francês?', 'Qual o preço do quilo do pãozinho?'],
    'O pão francês custa R$ 17,90 o quilo, assado a cada 30 minutos.',
  ),
  faq(
    'fornada',
    ['Que horas sai pão quentinho?', 'Qual o horário das fornadas?'],
    'Tem fornada às 6h, 9h, 12h, 15h30, 17h e 18h30.',
  ),
  faq(
    'bolo-encomenda',
    ['Fazem bolo de aniversário por encomenda?', 'Como encomendo um bolo?'],
    'Fazemos sim! Encomende com 48 horas de antecedência e um sinal de 50 %.',
  ),
  faq(
    'bolo-preco',
    ['Qual o preço do bolo?', 'Quanto custa o quilo da torta?'],
    'Bolos de encomenda custam de R$ 65 a R$ 95 o quilo, conforme o recheio.',
  ),
  faq(
    'sabores',
    ['Quais sabores de bolo vocês têm?', 'Quais são os recheios?'],
    'Temos brigadeiro, doce de leite com nozes, morango com leite ninho, prestígio, limão e abacaxi com coco.',
  ),
  faq(
    'salgados',
    ['Vocês fazem salgados para festa?', 'Qual o preço do cento de salgadinho?'],
    'O cento de salgados fritos custa R$ 75 e o de assados R$ 85. Peça com um dia de antecedência.',
  ),
  faq(
    'kit-festa',
    ['Tem kit festa?', 'O que vem no kit festa?'],
    'O kit festa para 20 pessoas tem bolo de 2 kg, cem salgados, cinquenta docinhos e quatro refrigerantes por R$ 349.',
  ),
  faq(
    'cesta',
    ['Vendem cesta de café da manhã?', 'Fazem cesta de presente?'],
    'As cestas de café da manhã custam R$ 119 (pequena), R$ 179 (média) e R$ 249 (grande), com cartão escrito à mão.',
  ),
  faq(
    'coffee',
    ['Fazem coffee break para empresas?', 'Atendem eventos corporativos?'],
    'Servimos coffee break a partir de 15 pessoas, por R$ 28 cada, com entrega e montagem inclusas.',
  ),
  faq(
    'gluten',
    ['Tem pão sem glúten?', 'Têm opções para celíacos?'],
    'Temos pão e bolo sem glúten às terças e sextas, mas são feitos na mesma cozinha e podem ter traços de trigo.',
  ),
  faq(
    'lactose',
    ['Tem produtos sem lactose?', 'Sou intolerante a leite, o que posso comer?'],
    'Pão francês, ciabatta e o bolo de laranja não levam leite. Pergunte sempre no balcão antes de comprar.',
  ),
  faq(
    'vegano',
    ['Têm opções veganas?'],
    'Sim: pão de fermentação natural, esfiha de palmito, bolo de cacau e leite de aveia no café.',
  ),
  faq(
    'integral',
    ['Vendem pão integral?', 'Tem pão de fermentação natural?'],
    'Temos integral 100 %, multigrãos e fermentação natural todos os dias a partir das 9h.',
  ),
  faq(
    'congelado',
    ['Vocês vendem pão de queijo congelado?', 'Tem salgado congelado para levar?'],
    'O pão de queijo congelado custa R$ 29,90 o quilo. Coxinhas e esfihas congeladas vêm em pacotes de 30.',
  ),
  faq(
    'validade',
    ['Quanto tempo dura o bolo na geladeira?', 'Posso congelar o pão?'],
    'O bolo dura 4 dias na geladeira; o pão pode ser congelado por até 30 dias.',
  ),
  faq(
    'almoco',
    ['Servem almoço?', 'Tem prato feito?', 'Qual o cardápio do almoço?'],
    'De segunda a sexta servimos prato feito das 11h30 às 14h30, por R$ 26,90, com suco.',
  ),
  faq(
    'mesa',
    ['Dá para reservar mesa?', 'Precisa de reserva para o café colonial?'],
    'Reservamos mesas para grupos de 6 pessoas ou mais; o café colonial de sábado é só com reserva.',
  ),
  faq(
    'cafe-colonial',
    ['Como funciona o café colonial?', 'Quanto é o buffet de café da manhã?'],
    'Aos sábados das 8h às 11h, R$ 54,90 por pessoa; crianças até 8 anos pagam metade.',
  ),
  faq(
    'fidelidade',
    ['Tem programa de fidelidade?', 'Como junto pontos?', 'Como uso meus pontos?'],
    'Cada R$ 1 vale um ponto no seu CPF; com 200 pontos você ganha R$ 15 de desconto.',
  ),
  faq(
    'cupom',
    ['Tem cupom de desconto?', 'Tem alguma promoção hoje?'],
    'Às segundas tudo do balcão de pães tem 10 % de desconto. Os cupons saem no nosso Instagram, @padariatrigobom.',
  ),
  faq(
    'vaga',
    ['Estão contratando?', 'Como envio meu currículo?'],
    'Mande o currículo para vagas@trigobom.example com a vaga no assunto: respondemos em até dez dias.',
  ),
  faq('wifi', ['Tem wi-fi?', 'Qual a senha da internet?'], 'Tem sim: rede TrigoBom, senha paoquente.'),
  faq(
    'pet',
    ['Posso entrar com cachorro?', 'É pet friendly?'],
    'Seu bichinho é bem-vindo nas mesas de fora, com guia; dentro da loja não é permitido.',
  ),
  faq(
    'atacado',
    ['Vendem no atacado?', 'Fornecem pão para restaurante e mercado?'],
    'Fornecemos para restaurantes e mercados a partir de 20 kg por dia, com tabela própria.',
  ),
  faq(
    'reclamacao',
    ['Como faço uma reclamação?', 'Achei um problema no produto'],
    'Lamentamos! Conte o que houve com foto e data da compra; a gerência responde no mesmo dia.',
  ),
  faq(
    'app',
    ['Vocês estão no iFood?', 'Tem aplicativo para pedir?'],
    'Estamos no iFood e no 99Food, mas pedindo por aqui o preço é o da loja.',
  ),
  faq(
    'gas',
    ['Quais bebidas vocês têm?', 'Vendem refrigerante e cerveja?'],
    'Temos café, sucos, refrigerantes, água e chás. Não vendemos bebida alcoólica.',
  ),
  article(
    'politica-trocas',
    'Política de trocas e devoluções',
    `# Produtos da padaria
Alimentos frescos podem ser trocados no mesmo dia, mediante apresentação do cupom, quando houver defeito de fabricação.

# Utensílios e presentes
Canecas, garrafas térmicas e aventais podem ser devolvidos em até 7 dias corridos, na embalagem original e sem uso. A devolução do
valor é feita pelo mesmo meio de pagamento.

# Compras pela internet
Vale o direito de arrependimento do Código de Defesa do Consumidor: 7 dias a partir do recebimento, menos para alimentos perecíveis.`,
  ),
  article(
    'privacidade',
    'Como cuidamos dos seus dados',
    `Guardamos nome, telefone e endereço somente para entregar seus pedidos e para o programa de pontos. Não vendemos dados a ninguém.

# Apagar seus dados
Para apagar o cadastro, escreva "apagar meus dados" aqui ou mande um e-mail para privacidade@trigobom.example. A exclusão leva até 15 dias,
e notas fiscais são mantidas por cinco anos, como manda a lei.`,
  ),
  article(
    'historia',
    'Nossa história',
    `A Trigo Bom foi fundada em 1978 por dona Lurdes e seu Agostinho, que vieram de Portugal com a receita do pão de milho na mala.
Hoje a neta deles, Beatriz, cuida da cozinha. O forno a lenha original continua aceso todos os dias.`,
  ),
  article(
    'encomendas',
    'Regras para encomendas de festas',
    `# Sinal e pagamento
Toda encomenda é confirmada com um sinal de metade do valor. O restante é pago na retirada.

# Bolo com foto e papel de arroz
O papel de arroz com foto custa R$ 25 e a imagem deve chegar até três dias antes da festa.

# Topo de bolo e velas
Velas comuns são cortesia; topos personalizados são feitos por parceiros e orçados à parte.

# Aluguel de bandejas
As bandejas de inox são emprestadas com caução de R$ 50, devolvida na entrega delas em até três dias.`,
  ),
];
