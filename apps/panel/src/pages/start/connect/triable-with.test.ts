import { expect, test } from 'vitest';
import { triableWith } from './triable-with.ts';

const nothing = { accessToken: '', phoneNumberId: '', wabaId: '', appSecret: '' };

test('a detail is tried as soon as all it needs is there, and not before', () => {
  expect(triableWith(nothing)).toEqual([]);
  expect(triableWith({ ...nothing, phoneNumberId: '123' })).toEqual([]);
  expect(triableWith({ ...nothing, accessToken: 'EAA' })).toEqual(['access_token']);
  expect(triableWith({ accessToken: 'EAA', phoneNumberId: '1', wabaId: '2', appSecret: 's' })).toHaveLength(4);
});
