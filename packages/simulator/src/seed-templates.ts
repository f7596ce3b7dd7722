import { addTemplate } from './graph/template-routes.ts';
import type { World } from './world.ts';

const seeds = [
  {
    name: 'hello_world',
    language: 'en_US',
    category: 'UTILITY',
    components: [
      { type: 'HEADER', format: 'TEXT', text: 'Hello World' },
      {
        type: 'BODY',
        text: 'Welcome and congratulations!! This message demonstrates your ability to send a message notification.',
      },
      { type: 'FOOTER', text: 'WhatsApp Business Platform sample message' },
    ],
  },
  {
    name: 'pedido_confirmado',
    language: 'pt_BR',
    category: 'UTILITY',
    components: [
      {
        type: 'BODY',
        text: 'Olá, {{1}}! Seu pedido {{2}} foi confirmado e chega em {{3}}.',
        example: { body_text: [['Maria', '1042', '2 dias']] },
      },
      { type: 'FOOTER', text: 'Responda SAIR para não receber avisos' },
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'QUICK_REPLY', text: 'Acompanhar' },
          { type: 'URL', text: 'Ver pedido', url: 'https://exemplo.com.br/pedidos/{{1}}' },
        ],
      },
    ],
  },
  {
    name: 'retomar_atendimento',
    language: 'pt_BR',
    category: 'UTILITY',
    components: [
      {
        type: 'BODY',
        text: 'Oi, {{1}}! Sobre o seu atendimento: podemos continuar por aqui?',
        example: { body_text: [['Maria']] },
      },
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'QUICK_REPLY', text: 'Sim, continuar' },
          { type: 'QUICK_REPLY', text: 'Agora não' },
        ],
      },
    ],
  },
];

/** A new account comes with some approved templates. */
export function seedTemplates(world: World, wabaId: string): void {
  if ([...world.templates.values()].some((template) => template.wabaId === wabaId)) return;
  for (const seed of seeds) addTemplate(world, wabaId, seed);
}
