import { judge } from '../src/judge';
import { sides } from './support/plans';

const expect200 = { status: 200, sides };
const from = (side: string) => ({ 'x-side': side });

describe('a request', () => {
  test.each([
    ['answered as expected by the source', { status: 200, headers: from('source') }, { side: 'source' }],
    ['answered as expected by the target', { status: 200, headers: from('target') }, { side: 'target' }],
  ])('is good when it is %s', (_, outcome, { side }) => {
    expect(judge(outcome, expect200)).toEqual({ status: 200, side, failed: false });
  });

  test.each([
    ['there is no answer', { error: 'connection: ECONNRESET' }, 'connection: ECONNRESET'],
    ['the edge knows nobody for the name', { status: 403, headers: {} }, '403: the edge refuses the name'],
    ['the connection is for another name', { status: 421, headers: {} }, /^421/],
    ['a side is sick', { status: 500, headers: from('target') }, '500 from target'],
    ['the status is another one', { status: 301, headers: from('source') }, '301 where 200 is expected'],
    ['a stranger answers', { status: 200, headers: from('parking') }, /neither side \(source, target\)/],
  ])('fails when %s', (_, outcome, error) => {
    expect(judge(outcome, expect200)).toMatchObject({
      failed: true,
      error: typeof error === 'string' ? error : expect.stringMatching(error),
    });
  });

  it('names the side of a failed answer, so that a sick side is told from a missing one', () => {
    expect(judge({ status: 502, headers: from('target') }, expect200).side).toBe('target');
  });

  it.each([403, 421, 503])('fails on %d even where the traffic file expects it', (status) => {
    expect(judge({ status, headers: from('source') }, { status, sides }).failed).toBe(true);
  });

  it('is good on a redirect that the traffic file expects, and says where it leads', () => {
    const location = 'https://www.example.com/';
    const headers = { ...from('source'), location };
    expect(judge({ status: 301, headers }, { status: 301, sides })).toMatchObject({
      failed: false,
      location,
    });
  });

  it('fails when the marks of both sides are on one answer', () => {
    const two = { source: { header: 'x-a', value: '1' }, target: { header: 'x-b', value: '1' } };
    const verdict = judge({ status: 200, headers: { 'x-a': '1', 'x-b': '1' } }, { status: 200, sides: two });
    expect(verdict).toMatchObject({ failed: true, error: 'answered by more than one side (source, target)' });
    expect(verdict.side).toBeUndefined();
  });
});
