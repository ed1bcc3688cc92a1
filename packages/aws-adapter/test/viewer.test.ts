import type { ViewerAnswer } from '@cutover/alias-migration';
import { viewerPort } from '../src/viewer';

const query = { via: 'd1.cloudfront.net', host: 'a.example.com', path: '/', timeoutMs: 1000 };
const answered = (address: string): ViewerAnswer => ({ address, kind: 'answered', status: 200, headers: {} });

describe('a viewer', () => {
  test('asks every address of the name', async () => {
    const port = viewerPort(
      async (name) => (name === 'd1.cloudfront.net' ? ['203.0.113.10', '203.0.113.20'] : []),
      async (address) => answered(address),
    );
    expect(await port.request(query)).toEqual([answered('203.0.113.10'), answered('203.0.113.20')]);
  });

  test('meets a name without addresses as a failure, not as an exception', async () => {
    const lookup = async (): Promise<string[]> => {
      throw Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' });
    };
    expect(await viewerPort(lookup).request(query)).toEqual([
      {
        address: 'd1.cloudfront.net',
        kind: 'failed',
        reason: 'DNS gives no address for d1.cloudfront.net: ENOTFOUND',
      },
    ]);
  });
});
