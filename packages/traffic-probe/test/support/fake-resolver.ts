import { createSocket } from 'node:dgram';

interface Question {
  readonly id: number;
  readonly questions: { readonly name: string }[];
}
const { decode, encode }: { decode(bytes: Buffer): Question; encode(packet: unknown): Buffer } =
  require('dns-packet');

export interface FakeResolver {
  readonly endpoint: string;
  readonly asked: string[];
  stop(): void;
}

/** What it answers to a question: addresses, `nxdomain`, or nothing at all. */
export type FakeAnswer = { addresses: string[]; ttl: number } | 'nxdomain' | 'silence';

export async function fakeResolver(answerTo: (name: string) => FakeAnswer): Promise<FakeResolver> {
  const asked: string[] = [];
  const socket = createSocket('udp4');
  socket.on('message', (bytes, from) => {
    const { id, questions } = decode(bytes);
    const name = questions[0]?.name ?? '';
    asked.push(name);
    const answer = answerTo(name);
    if (answer === 'silence') return;
    socket.send(encode({ type: 'response', id, questions, ...sections(name, answer) }), from.port);
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  return { endpoint: `127.0.0.1:${socket.address().port}`, asked, stop: () => socket.close() };
}

const nxdomainFlags = 3;

const sections = (name: string, answer: Exclude<FakeAnswer, 'silence'>): object =>
  answer === 'nxdomain'
    ? { flags: nxdomainFlags, answers: [] }
    : { answers: answer.addresses.map((data) => ({ type: 'A', name, ttl: answer.ttl, data })) };
