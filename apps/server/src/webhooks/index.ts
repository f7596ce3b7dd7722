export { whatsappRoutes } from './whatsapp-routes.ts';
