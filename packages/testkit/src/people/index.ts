export { type SignedInBrowser, signIn, testSession } from './sign-in.ts';
export { type TestMember, type TestMemberOptions, testMember } from './test-member.ts';
