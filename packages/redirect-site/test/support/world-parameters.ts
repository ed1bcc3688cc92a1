import type { Parameter, ParameterPort } from '@cutover/handler-kit';

export class WorldParameters implements ParameterPort {
  readonly values = new Map<string, string>();

  async list(path: string): Promise<Parameter[]> {
    return Array.from(this.values, ([name, value]) => ({ name, value })).filter(({ name }) =>
      name.startsWith(`${path}/`),
    );
  }

  async put(name: string, value: string, overwrite: boolean): Promise<boolean> {
    if (!overwrite && this.values.has(name)) return false;
    if (value.length > 4096) throw new Error(`${name}: ${value.length} characters`);
    this.values.set(name, value);
    return true;
  }

  async remove(names: readonly string[]): Promise<void> {
    for (const name of names) this.values.delete(name);
  }
}
