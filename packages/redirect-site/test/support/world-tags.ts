import type { TagPort, Tags } from '../../src';
import { absent } from './refusals';

/** Tags of everything that has an ARN. */
export class WorldTags implements TagPort {
  readonly kept = new Map<string, Tags>();

  async find(arn: string): Promise<Tags | undefined> {
    return this.kept.get(arn);
  }

  async put(arn: string, tags: Tags): Promise<void> {
    this.kept.set(arn, { ...this.at(arn), ...tags });
  }

  async remove(arn: string, keys: readonly string[]): Promise<void> {
    const left = Object.entries(this.at(arn)).filter(([key]) => !keys.includes(key));
    this.kept.set(arn, Object.fromEntries(left));
  }

  private at(arn: string): Tags {
    const tags = this.kept.get(arn);
    if (!tags) throw absent(arn);
    return tags;
  }
}
