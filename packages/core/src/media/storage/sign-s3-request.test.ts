import { expect, test } from 'vitest';
import { EMPTY_SHA256, signS3Request } from './sign-s3-request.ts';

const signatureOf = (headers: Record<string, string>) => /Signature=(\w+)$/.exec(headers.authorization ?? '')?.[1];

test("it is the signature of Amazon's published example", () => {
  const key = {
    accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
    secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    region: 'us-east-1',
  };
  const url = new URL('https://examplebucket.s3.amazonaws.com/test.txt');
  const request = { method: 'GET', url, headers: { range: 'bytes=0-9' }, payloadSha256: EMPTY_SHA256 } as const;
  const signed = signS3Request(request, key, new Date('2013-05-24T00:00:00Z'));
  expect(signed.authorization).toBe(
    'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request, ' +
      'SignedHeaders=host;range;x-amz-content-sha256;x-amz-date, ' +
      'Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  );
});

/** Made on 2026-11-21 with @smithy/signature-v4, the signer of Amazon's SDK. */
test("it is what Amazon's own signer makes of our requests", () => {
  const key = {
    accessKeyId: 'AKIDEXAMPLE',
    secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
    region: 'sa-east-1',
  };
  const hello = '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824';
  const url = new URL(`http://storage.example:9000/midias/01936f6e-7a4b-7c3d-8e9f-000000000001/2c/${hello}`);
  const now = new Date('2026-11-21T12:00:00Z');
  const put = { 'content-length': '5', 'content-type': 'application/octet-stream' };
  expect(signatureOf(signS3Request({ method: 'PUT', url, headers: put, payloadSha256: hello }, key, now))).toBe(
    '4ce686b3a5f7eec5914380520763d5a1f4d9eaaa5a9243c7e81c5e2848ce946b',
  );
  const get = { method: 'GET', url, headers: { range: 'bytes=1-3' }, payloadSha256: EMPTY_SHA256 } as const;
  expect(signatureOf(signS3Request(get, key, now))).toBe(
    '7b0a5b0e66a0f5711a506e1b23a14345651315d8c8153d70193b9ce49b4b8584',
  );
});
