import { routeTo } from '../../src/edge/route';
import type { ServedConfig } from '../../src/world/world';
import { aliases, edgeServing, served } from './served';

const exact = served('exact', aliases('a.example.com'));
const wildcard = served('wildcard', aliases('*.example.com'));
const deeper = served('deeper', aliases('*.b.example.com'));

const disabled = (one: ServedConfig): ServedConfig => ({ ...one, config: { ...one.config, Enabled: false } });

describe('an edge chooses the distribution', () => {
  test.each<[sentence: string, view: ServedConfig[], host: string, chosen: string | undefined]>([
    ['that has the name as an alias', [wildcard, exact], 'a.example.com', 'exact'],
    ['whose wildcard covers a name that is nobody’s alias', [wildcard, exact], 'c.example.com', 'wildcard'],
    ['whose wildcard covers it at any depth', [wildcard], 'x.y.example.com', 'wildcard'],
    ['with the longer of two wildcards', [wildcard, deeper], 'x.b.example.com', 'deeper'],
    ['whose own domain name it is', [wildcard, exact], 'dexact.cloudfront.net', 'exact'],
    ['never by a wildcard for the parent itself', [wildcard], 'example.com', undefined],
    ['never by a wildcard that merely ends alike', [wildcard], 'a.notexample.com', undefined],
    ['none for a name that nobody claims', [exact], 'b.example.com', undefined],
    [
      'none when the claimant is disabled, even below a wildcard',
      [disabled(exact), wildcard],
      'a.example.com',
      undefined,
    ],
    [
      'never a staging one',
      [served('next', { ...aliases('a.example.com'), Staging: true })],
      'a.example.com',
      undefined,
    ],
  ])('%s', (_, view, host, chosen) => {
    expect(routeTo(edgeServing(...view), host)?.distributionId).toBe(chosen);
  });

  test('anew as soon as its view changes', () => {
    const edge = edgeServing(exact, wildcard);
    expect(routeTo(edge, 'a.example.com')?.distributionId).toBe('exact');
    edge.serving.set('exact', served('exact'));
    expect(routeTo(edge, 'a.example.com')?.distributionId).toBe('wildcard');
    edge.serving.delete('wildcard');
    expect(routeTo(edge, 'a.example.com')).toBeUndefined();
  });
});
