import { UserError } from '../user-error';
import { type End, type HostedZone, isPasted, pastedFile, readEnd, type Side, zoneOf } from './pasted';

export interface Wish {
  readonly folder: string;
  readonly source?: string;
  readonly target?: string;
  readonly names?: readonly string[];
  /** Of the certificate that the move attaches to a target that has none. */
  readonly certificate?: string;
  readonly sourceProfile?: string;
  readonly targetProfile?: string;
  readonly zoneProfile?: string;
}

/** A command of the AWS CLI that only reads, and the file that its output belongs in. */
export interface Question {
  readonly command: string;
  readonly file: string;
}

export interface Certificate {
  readonly side: Side;
  readonly arn: string;
  readonly file: string;
}

/** All that a rehearsal folder is made from. */
export interface Answers {
  readonly source: End;
  readonly target: End;
  readonly names: readonly string[];
  readonly zone: HostedZone;
  /** Whose account has the zone. */
  readonly zoneSide: Side;
  readonly certificates: readonly Certificate[];
  /** What the move attaches. */
  readonly certificateArn?: string;
}

/** What is still to be pasted; nothing, when the answers are all there. */
export type Round =
  | { readonly kind: 'ask'; readonly questions: readonly Question[] }
  | { readonly kind: 'answered'; readonly answers: Answers };

/** Two rounds: what is there tells what else has to be asked for. */
export function nextRound(wish: Wish): Round {
  const { folder } = wish;
  const [source, target] = [readEnd(folder, 'source'), readEnd(folder, 'target')];
  const first = openOnes(folder, firstQuestions(wish));
  if (first.length > 0 || !source || !target) return { kind: 'ask', questions: first };
  const answers = answersOf(wish, source, target);
  const second = openOnes(folder, secondQuestions(wish, answers));
  return second.length > 0 ? { kind: 'ask', questions: second } : { kind: 'answered', answers };
}

const openOnes = (folder: string, questions: readonly Question[]): Question[] =>
  questions.filter(({ file }) => !isPasted(folder, file));

const withProfile = (command: string, profile: string | undefined): string =>
  `${command} --output json${profile === undefined ? '' : ` --profile ${profile}`}`;

function firstQuestions(wish: Wish): Question[] {
  const end = (side: Side): Question => {
    const id = wish[side] ?? readEnd(wish.folder, side)?.id;
    if (id === undefined)
      throw new UserError(
        `which distributions? Name both: cutover new ${wish.folder} --source E… --target E… (\`aws cloudfront list-distributions\` shows the ids)`,
      );
    return {
      command: withProfile(`aws cloudfront get-distribution --id ${id}`, wish[`${side}Profile`]),
      file: pastedFile.end(side),
    };
  };
  const zones = {
    command: withProfile('aws route53 list-hosted-zones', zoneProfileOf(wish)),
    file: pastedFile.zones,
  };
  return [end('source'), end('target'), zones];
}

const zoneProfileOf = ({ zoneProfile, sourceProfile }: Wish): string | undefined =>
  zoneProfile ?? sourceProfile;

function answersOf(wish: Wish, source: End, target: End): Answers {
  const names = wish.names ?? source.aliases;
  const [first] = names;
  const strange = names.find((name) => !source.aliases.includes(name));
  if (first === undefined)
    throw new UserError(`the source ${source.id} has no aliases; there is nothing to move`);
  if (strange !== undefined)
    throw new UserError(
      `the source ${source.id} does not have ${strange}; it has ${source.aliases.join(', ')}`,
    );
  const zone = zoneOf(wish.folder, first);
  if (!zone)
    throw new UserError(
      `${pastedFile.zones} has no public zone for ${first}; paste that of the account which has it (--zone-profile)`,
    );
  const certificateArn = wish.certificate;
  if (!certificateArn && !target.certificateArn)
    throw new UserError(
      `the target ${target.id} carries no certificate; name the one of its account that covers ${names.join(', ')} (ACM, us-east-1): --certificate arn:aws:acm:us-east-1:…`,
    );
  return {
    source,
    target,
    names,
    zone,
    zoneSide: wish.zoneProfile !== undefined && wish.zoneProfile === wish.targetProfile ? 'target' : 'source',
    certificates: certificatesOf(source, target, certificateArn),
    certificateArn,
  };
}

/** What both distributions carry and what the move attaches, each certificate once. */
function certificatesOf(source: End, target: End, attached: string | undefined): Certificate[] {
  const all = [
    { side: 'source', arn: source.certificateArn, file: pastedFile.certificate('source') },
    { side: 'target', arn: target.certificateArn, file: pastedFile.certificate('target') },
    { side: 'target', arn: attached, file: pastedFile.certificate('attached') },
  ] as const;
  return all.flatMap(({ side, arn, file }, i) =>
    arn === undefined || all.findIndex((other) => other.arn === arn) < i ? [] : [{ side, arn, file }],
  );
}

function secondQuestions(wish: Wish, { zone, certificates }: Answers): Question[] {
  const describe = 'aws acm describe-certificate --region us-east-1 --certificate-arn';
  return [
    ...certificates.map(({ side, arn, file }) => ({
      command: withProfile(`${describe} ${arn}`, wish[`${side}Profile`]),
      file,
    })),
    {
      command: withProfile(
        `aws route53 list-resource-record-sets --hosted-zone-id ${zone.id}`,
        zoneProfileOf(wish),
      ),
      file: pastedFile.records,
    },
  ];
}
