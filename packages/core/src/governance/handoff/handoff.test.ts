import { defaultBotSettings } from '@balcao/contract';
import { describe, expect, test } from 'vitest';
import { findSensitive } from './find-sensitive.ts';
import { readMemoryWish } from './read-memory-wish.ts';

const { handoff } = defaultBotSettings;

describe('subjects that a person should hear', () => {
  test.each([
    ['não aguento mais viver, pra mim já deu', 'self_harm'],
    ['tô pensando em me matar', 'self_harm'],
    ['Vontade de morrer com essa conta', 'self_harm'],
    ['o entregador me ameaçou na portaria', 'violence'],
    ['comi o bolo e fui parar no hospital', 'health'],
    ['passei mal depois do almoço de vcs', 'health'],
    ['quantos comprimidos posso tomar por dia?', 'health'],
    ['sou menor de idade posso comprar?', 'minors'],
    ['vou no PROCON amanhã', 'legal'],
    ['meu advogado vai entrar em contato', 'legal'],
    ['isso dá danos morais hein', 'legal'],
    ['caí num golpe com o nome de vcs', 'fraud'],
    ['não reconheço essa compra no meu cartão', 'fraud'],
    ['fui discriminada pela atendente', 'discrimination'],
    ['minha mãe faleceu e o plano tá no nome dela', 'bereavement'],
    ['meu pai morreu semana passada', 'bereavement'],
    ['isso fere a LGPD', 'personal_data'],
    ['vazaram os meus dados!!', 'personal_data'],
  ])('%s: %s', (text, subject) => {
    expect(findSensitive(text, handoff)).toBe(subject);
  });

  test.each([
    'quanto custa o remédio pra dor de cabeça?',
    'meu celular morreu, vocês consertam?',
    'o processo de troca demora?',
    'qual o horário da farmácia?',
    'quero a segunda via do boleto',
    'tem vestido preto pra festa?',
    'vou aí buscar às 15h',
    'o bolo é de morrer de bom kkk',
    'preciso do meu histórico escolar',
    'vocês têm álcool em gel?',
    'quero falar com um atendente',
    'qual a dose de café de vocês? rs',
    'tem desconto pra menor quantidade?',
    'a bateria tá viciada, troca?',
  ])('an ordinary sentence is none: %s', (text) => {
    expect(findSensitive(text, handoff)).toBeNull();
  });

  test("a company's own words, whole, in any spelling; and none of what it does not want", () => {
    const own = { ...handoff, words: ['rescisão', 'chave de acesso'] };
    expect(findSensitive('Quero falar da RESCISAO', own)).toBe('words');
    expect(findSensitive('perdi a chave de acesso', own)).toBe('words');
    expect(findSensitive('perdi a chave', own)).toBeNull();
    expect(findSensitive('vou no procon', { ...handoff, subjects: ['health'] })).toBeNull();
  });
});

describe('what is remembered of them', () => {
  test.each([
    ['o que vocês sabem sobre mim?', 'show'],
    ['quais dados vc tem de mim', 'show'],
    ['o que vc guarda sobre mim?', 'show'],
    ['Quero ver os meus dados guardados', 'show'],
    ['apaga tudo que vc sabe sobre mim', 'erase'],
    ['quero que excluam os meus dados', 'erase'],
    ['esquece o que eu te contei', 'erase'],
    ['pode deletar meu histórico?', 'erase'],
    ['what do you know about me', 'show'],
    ['delete everything about me', 'erase'],
    ['¿qué sabe usted sobre mí?', 'show'],
    ['borra todo sobre mí', 'erase'],
  ])('%s: %s', (text, wish) => {
    expect(readMemoryWish(text)).toBe(wish);
  });

  test.each([
    'vocês têm bolo de cenoura?',
    'esqueci minha senha',
    'quero atualizar meus dados',
    'pode apagar a luz? kkk',
    'o que vocês sabem fazer?',
    'quero excluir um item do pedido',
    'me manda o histórico do pedido',
    'esqueci meu guarda-chuva aí',
  ])('not asked: %s', (text) => {
    expect(readMemoryWish(text)).toBeNull();
  });
});
