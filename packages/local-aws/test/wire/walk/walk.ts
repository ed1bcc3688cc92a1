import { DescribeCertificateCommand } from '@aws-sdk/client-acm';
import type { Gate } from '../../../src/wire/options';
import { missingMember } from '../../../src/wire/required';
import { serviceModels } from '../../../src/wire/schemas';
import { startWire, type WireServer } from '../../../src/wire/server';
import { advance } from '../../../src/world/advance';
import { createWorld } from '../../../src/world/create';
import { answer } from '../../../src/world/gate';
import { callerOf } from '../../../src/world/identity';
import { submitRecords } from '../../../src/world/route53/publish';
import { seedHostedZone } from '../../../src/world/seed';
import type { World } from '../../../src/world/world';
import { clientsFor } from '../../support/clients';
import { cname } from '../../world/cloud';

export const source = '636696000000';
export const target = '310123456789';
/** A role of the target that the source may assume, to read parameters. */
export const targetRole = `arn:aws:iam::${target}:role/mover`;

const tenMinutes = 600_000;

/** A local AWS with two accounts, and the clients of the first one's administrator. */
export class Walk {
  now = Date.now();
  /** What the model requires of an answer and the world left out, by operation. */
  readonly gaps: string[] = [];
  world!: World;
  clients!: ReturnType<typeof clientsFor>;
  private wire!: WireServer;

  async start(): Promise<void> {
    this.world = createWorld({
      seed: 'wire',
      startedAt: this.now,
      accounts: [
        { id: source, name: 'source' },
        { id: target, name: 'target' },
      ],
    });
    const principal = { AWS: `arn:aws:iam::${source}:root` };
    this.world.roles.set(targetRole, {
      arn: targetRole,
      name: 'mover',
      accountId: target,
      trust: { Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: principal }] },
      policies: [{ Statement: [{ Effect: 'Allow', Action: 'ssm:GetParameter*', Resource: '*' }] }],
    });
    this.wire = await startWire(this.world, { now: () => this.now, gate: this.watched() });
    this.clients = clientsFor(this.port, source);
  }

  get port(): number {
    return this.wire.port;
  }

  /** Long enough for everything under way to be done. */
  later(): void {
    this.now += tenMinutes;
  }

  /** Publishes the validation records of a certificate, and waits until it is issued. */
  async prove(arn: string): Promise<void> {
    this.later();
    const { Certificate } = await this.clients.acm.send(
      new DescribeCertificateCommand({ CertificateArn: arn }),
    );
    const records = (Certificate?.DomainValidationOptions ?? []).map(({ ResourceRecord }) => ResourceRecord!);
    const name = records[0]!.Name!.split('.').slice(1).join('.');
    const sets = records.map(({ Name, Value }) => cname(Name!, Value!));
    const zone = seedHostedZone(this.world, { accountId: source, id: `Z${arn}`, name, records: sets });
    // Published by a change, as ACM looks when something changes.
    submitRecords(this.world, zone, zone.records);
    this.later();
    advance(this.world, this.now);
    this.world.hostedZones.delete(zone.id);
  }

  async stop(): Promise<void> {
    this.clients.destroy();
    await this.wire.stop();
  }

  private watched(): Gate {
    return {
      callerOf,
      advance,
      answer: (world, request) => {
        const given = answer(world, request);
        const shape = serviceModels.get(request.service)!.operations.get(request.operation)!.output;
        const gap = given.kind === 'output' ? missingMember(shape, given.output) : undefined;
        if (gap) this.gaps.push(`${request.service}.${request.operation}: ${gap}`);
        return given;
      },
    };
  }
}
