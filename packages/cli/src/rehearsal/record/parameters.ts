import type { ParameterPort } from '@cutover/handler-kit';
import type { World } from '@cutover/local-aws';

/** The world's parameters without a call: whoever looks on leaves no trace in the log. */
export const parametersOf = (world: World): ParameterPort => ({
  list: async (path) =>
    [...world.parameters.values()]
      .filter(({ name }) => name.startsWith(`${path}/`))
      .map(({ name, value }) => ({ name, value })),
  put: refuse,
  remove: refuse,
});

const refuse = async (): Promise<never> => {
  throw new Error('The journals of a rehearsal are only looked at.');
};
