/** Names as they are spread in Brazil, roughly: the first ones are many. */
export const firstNames =
  'Maria José Ana João Antônio Francisco Carlos Paulo Pedro Lucas Luiz Marcos Luís Gabriel Rafael Francisca Daniel Marcelo Bruno Eduardo Felipe Raimundo Rodrigo Antônia Adriana Juliana Márcia Fernanda Patrícia Aline Sandra Camila Amanda Bruna Jéssica Letícia Júlia Luciana Vanessa Mariana Gabriela Vera Vitória Larissa Cláudia Beatriz Rita Luana Sônia Renata Eliane Josefa Simone Natália Cristiane Carla Débora Rosângela Jaqueline Rosa Daniela Aparecida Marlene Terezinha Raimunda Andréia Fabiana Lúcia Raquel Ângela Rafaela Joana Elaine Manuel Roberto Sebastião Jorge Leonardo Matheus Thiago Gustavo Ricardo Vinícius André Fábio Guilherme Diego Sérgio Cláudio Alexandre Leandro Márcio Geraldo Fernando Mário Samuel Edson Anderson Alex Vítor Igor Caio Otávio Murilo Davi Heitor Enzo Valentina Sophia Helena Laura Alice Manuela Cecília Eloá Lívia Isadora Yasmin Ísis Teodoro Joaquim Benício Wesley Washington Wellington Jéferson Cauã Kauê Tainá Iracema Jurema Moacir Ubirajara Zilda Zuleica Quitéria Severino Valdemar Aguinaldo'.split(
    ' ',
  );

export const familyNames =
  'Silva Santos Oliveira Souza Rodrigues Ferreira Alves Pereira Lima Gomes Costa Ribeiro Martins Carvalho Almeida Lopes Soares Fernandes Vieira Barbosa Rocha Dias Nascimento Andrade Moreira Nunes Marques Machado Mendes Freitas Cardoso Ramos Gonçalves Santana Teixeira Araújo Correia Cavalcanti Moura Campos Batista Pinto Monteiro Azevedo Cunha Castro Coelho Borges Miranda Reis Assis Medeiros Farias Melo Barros Macedo Duarte Xavier Pires Tavares Brito Siqueira Figueiredo Bezerra Neves Fonseca Magalhães Viana Aguiar Peixoto Queiroz Paiva Leite Guimarães Sampaio Prado Bittencourt Vasconcelos Albuquerque Dantas Toledo Zanetti Kowalski Schmidt Yamamoto Takahashi Ferrari Bianchi Rossi Schneider Meireles Nóbrega Quaresma Wanderley'.split(
    ' ',
  );

export const ddds =
  '11 11 11 11 11 21 21 21 31 31 41 51 61 71 81 85 19 19 27 47 48 62 91 92 13 15 16 17 32 34 43 54 67 79 82 83 84 86 98'.split(
    ' ',
  );

/** Each with how often it is said; {n} is a number of an order, {v} an amount, {p} a product, {d} a day. */
export const said: readonly (readonly [number, string])[] = [
  [60, 'Bom dia'],
  [40, 'Boa tarde, tudo bem?'],
  [25, 'oi'],
  [25, 'Olá! Preciso de uma informação'],
  [30, 'Obrigado!'],
  [25, 'Muito obrigada pela atenção 🙏'],
  [20, 'ok'],
  [20, 'Certo, fico no aguardo'],
  [18, 'Vou verificar e já te retorno'],
  [18, 'Só um momento, por favor'],
  [15, 'Qual o valor do {p}?'],
  [15, 'O {p} custa R$ {v} à vista, ou em até 10x sem juros'],
  [12, 'Vocês entregam no meu bairro?'],
  [12, 'Entregamos sim! O prazo é de {d} dias úteis e o frete fica R$ {v}'],
  [14, 'Meu pedido {n} ainda não chegou'],
  [12, 'O pedido {n} saiu para entrega hoje'],
  [16, 'Pode me mandar o boleto?'],
  [12, 'Segue o boleto no valor de R$ {v}, com vencimento no dia {d}'],
  [9, 'O boleto já venceu, dá pra emitir outro?'],
  [10, 'Aceita Pix?'],
  [10, 'Nossa chave Pix é o CNPJ, depois me envia o comprovante'],
  [9, 'Segue o comprovante'],
  [8, 'Quero trocar o {p}, veio com defeito'],
  [8, 'Para a troca precisamos da nota fiscal e de uma foto do produto'],
  [7, 'Qual o horário de funcionamento?'],
  [7, 'Atendemos de segunda a sexta das 8h às 18h, e sábado até meio-dia'],
  [6, 'Preciso remarcar minha consulta do dia {d}'],
  [6, 'Consulta confirmada para o dia {d} às 14h'],
  [5, 'Não consegui acessar o aplicativo, aparece senha inválida'],
  [5, 'Qual é o endereço da loja?'],
  [4, 'Quero cancelar a assinatura'],
  [3, 'Tem {p} na cor azul, tamanho M?'],
  [3, 'Infelizmente acabou no estoque, a reposição chega na próxima semana'],
  [2, 'Gostaria de fazer uma reclamação sobre o atendimento'],
  [1, 'O técnico vem amanhã de manhã ver a geladeira?'],
  [1, 'A garantia é de doze meses contra defeito de fabricação'],
];

export const products =
  'tênis vestido sofá colchão liquidificador geladeira notebook celular fone ventilador perfume relógio óculos mochila bicicleta churrasqueira fogão cafeteira aspirador camiseta'.split(
    ' ',
  );
