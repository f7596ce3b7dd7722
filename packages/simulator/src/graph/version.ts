/** Any version of the Graph API is answered alike. */
export const version = '/:version(^v\\d+\\.\\d+$)';
