import { createLog } from '@balcao/kernel';

export const quietLog = createLog({ level: 'silent' });
