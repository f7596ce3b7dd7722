/** Words that say nothing of what is asked: articles, pronouns, the small verbs, courtesy. Folded. */
const text = `
a o as os um uma uns umas de do da dos das dum duma em no na nos nas num numa por pelo pela pelos pelas para pra pro pras pros com sem ate
e ou mas se que q como qual quais quem cujo porque pois entao
eu tu voce voces ele ela eles elas nos lhe lhes me mim te ti si meu minha meus minhas teu tua seu sua seus suas nosso nossa nossos nossas dele dela
este esta estes estas esse essa esses essas isto isso aquele aquela aquilo aqueles aquelas mesmo mesma outro outra outros outras
ser sou e sao era eram foi foram seja sera seria sendo estar estou esta estao estava estavam esteja ta to tao
ter tenho tem tinha tinham temos teve tiver tivesse haver ha havia houve
ir vou vai vamos vao ia fui indo vir vem vindo venho fazer faz fazem faco fazendo feito fez fizer
poder posso pode podem podemos poderia poderiam podia conseguir consigo consegue conseguem
querer quero quer queria querem gostaria gostar gosto preciso precisa precisava precisando precisar
saber sei sabe sabem saberia dizer diz fala falar falou falem informar informa informacao informacoes duvida duvidas pergunta perguntar perguntinha responder responde
dar da dao deu ver vejo veja ve deixar deixa ficar fica ficam ficou
nao sim ja ainda tambem so mais muito muita muitos muitas bem mal aqui ai la ali ca agora
oi ola opa oie alo bom boa dia tarde noite tudo bem td obrigado obrigada valeu favor gentileza licenca desculpa desculpe moco moca amigo amiga senhor senhora
sr sra gente pessoal galera querida querido bjs abraco abs por favor hein ne ok certo beleza tipo coisa algo alguma algum alguns algumas alguem
me ajuda ajudar ajude atender atende atendem vcs vc vo
`;

export const stopWords: ReadonlySet<string> = new Set(text.trim().split(/\s+/));

/** Words that say what kind of answer is wanted: they weigh little, and mean what `synonyms.ts` says. */
export const askingWords: ReadonlySet<string> = new Set(
  'quanto quantos quanta quantas onde aonde quando cade'.split(' '),
);

/** Words that are in every other question and say little in any. */
export const lightWords: ReadonlySet<string> = new Set(
  `passa passar passam manda mandar mandam leva levar comprar compro comprei compra vender vendem vende vendo venda lugar pessoa pessoas
   hoje agora amanha ontem urgente opcao opcoes coisa coisas jeito caso vez hora loja empresa voltar chegar precisar existe possivel
   segunda terca quarta quinta sexta sabado domingo feira semana mes ano fim padaria restaurante clinica farmacia mercado
   estabelecimento unidade filial escritorio salao oficina consultorio pizzaria lanchonete hotel academia escola imobiliaria
   moro mora morar perto longe anuncio cliente
   qualquer alguem todo toda todos todas cada ate dele comer tomar usar usa trazer colocar tirar fosse serve servem trabalha trabalham`
    .trim()
    .split(/\s+/),
);
