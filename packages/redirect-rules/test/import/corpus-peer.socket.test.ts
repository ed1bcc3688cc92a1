import {
  type Answer,
  importNginx,
  importRefractr,
  prepare,
  type Request,
  type RuleSet,
  readRules,
  writeRules,
} from '../../src';
import { corpusText, isCorpusThere, type RecordedAnswer, recordedAnswers, sayAbsent } from './corpus';
import { exceptions } from './exceptions';
import { type Asked, isNginxThere, NginxPeer } from './peer';
import { bentRequests } from './requests';

/**
 * Mozilla's production rules against a real nginx with its production configuration. PER_SERVER requests for each of the
 * 186 servers are made anew from SEED.
 */
const perServer = Number(process.env.PER_SERVER ?? 40);
const seed = Number(process.env.SEED ?? 1);

const rulesFrom = (text: string): RuleSet => readRules(text, 'rules.yml').rules!;
/** The bytes that went over the wire as the text that a viewer would have meant. */
const asText = (bytes: string): string => Buffer.from(bytes, 'latin1').toString('utf8');
/** As the rules write what is not ASCII; nginx passes bytes on as they came. */
const escaped = (bytes: string): string => bytes.replace(/[^\x21-\x7e]/g, encodedByte);
const encodedByte = (byte: string): string =>
  `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

if (!isCorpusThere) sayAbsent();
const describeBoth = isCorpusThere && isNginxThere() ? describe : describe.skip;

describeBoth('a real nginx with the production configuration answers as both imports do', () => {
  const fromNginx = () =>
    rulesFrom(writeRules(importNginx(corpusText('prod-refractr.nginx.conf'), 'a').file));
  const fromYaml = () => rulesFrom(writeRules(importRefractr(corpusText('prod-refractr.yml'), 'b').file));
  let peer: NginxPeer;
  let rules: RuleSet;
  let imports: ((request: Request) => Answer)[];
  let knownPaths: string[];

  beforeAll(async () => {
    peer = await NginxPeer.start(corpusText('prod-refractr.nginx.conf'));
    rules = fromNginx();
    imports = [prepare(rules), prepare(fromYaml())];
    knownPaths = [...new Set(recordedAnswers(corpusText('refractr-answers.jsonl')).map(({ uri }) => uri))];
  });

  afterAll(() => peer?.stop());

  const isEqual = (theirs: RecordedAnswer, ours: Answer): boolean =>
    ours.status === theirs.status &&
    (ours.location ?? '') === escaped(theirs.location) &&
    ours.headers['strict-transport-security'] === theirs.headers['strict-transport-security'];

  const isAnsweredAlike = (theirs: RecordedAnswer): boolean =>
    imports.every((answer) =>
      isEqual(theirs, answer({ host: theirs.host, uri: asText(theirs.uri), now: 0 })),
    );

  /** What is neither alike nor listed. CloudFront refuses what nginx refuses, or hands it to no function. */
  async function different(requests: readonly Asked[]) {
    const answers = await peer.askAll(requests);
    const answered = answers.filter(({ status }) => status !== 400);
    expect(answered.length).toBeGreaterThan(answers.length * 0.9);
    return answered.filter((one) => !isAnsweredAlike(one) && !exceptions.some(({ is }) => is(one)));
  }

  test('requests of all kinds', async () => {
    expect(await different(bentRequests(rules, knownPaths, perServer, seed))).toEqual([]);
  }, 120_000);

  test('every path that was ever recorded, on every host', async () => {
    const hosts = rules.sites.flatMap((site) => site.hosts.map((host) => host.replace('*', 'any')));
    expect(await different(hosts.flatMap((host) => knownPaths.map((uri) => ({ host, uri }))))).toEqual([]);
  }, 120_000);

  test('but for what is listed, which is still so', async () => {
    const answers = await peer.askAll(exceptions.map(({ example }) => example));
    for (const [place, answer] of answers.entries()) {
      expect({ answer, isListed: exceptions[place]!.is(answer), isAlike: isAnsweredAlike(answer) }).toEqual({
        answer,
        isListed: true,
        isAlike: false,
      });
    }
  });
});
