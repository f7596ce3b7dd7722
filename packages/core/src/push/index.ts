export { sendPushJob } from './jobs.ts';
export { listNotifications, type Notification, type Reader } from './kept/list-notifications.ts';
export { readNotifications, type WhichRead } from './kept/read-notifications.ts';
export { followNews } from './notices/follow-news.ts';
export { sendPush } from './sending/send-push.ts';
export { type BrowserToNotify, subscribe } from './subscriptions/subscribe.ts';
export { unsubscribe } from './subscriptions/unsubscribe.ts';
export { setWishes, type Wishes, wishesOf } from './subscriptions/wishes.ts';
export { siteKeys } from './webpush/site-keys.ts';
