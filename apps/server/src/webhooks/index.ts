export { type WebhookParts, whatsappRoutes } from './whatsapp-routes.ts';
