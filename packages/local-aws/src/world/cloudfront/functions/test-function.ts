import type { TestFunctionRequest, TestFunctionResult, TestResult } from '@aws-sdk/client-cloudfront';
import { limits, outcomeOf, type Result } from '@cutover/edge-functions';
import { type Runnable, runnableOf, storeIdOf } from '../../../functions/engine';
import type { Operation } from '../../operation';
import type { World } from '../../world';
import type { FunctionVersion } from '../entities/entity';
import { invalidArgument } from '../failures';
import { requireMatch } from '../preconditions';
import { functionSummary, needOnFunction, requireFunction, requireStage } from './edge-function';
import { type TestEvent, testEventIn } from './test-event';
import { utilizationOf } from './utilization';

/**
 * Runs what is on a stage on an event of the caller's, with the items of its store as they were written last: no edge
 * is asked. What the function makes of the event is the answer, its failure too.
 */
export const testFunction: Operation<TestFunctionRequest, TestFunctionResult> = {
  service: 'cloudfront',
  name: 'TestFunction',
  needs: needOnFunction('TestFunction'),
  perform(world, { Name, IfMatch, Stage = 'DEVELOPMENT', EventObject }, caller) {
    const found = requireFunction(world, caller, Name);
    const version = requireStage(found, Stage);
    requireMatch(IfMatch, version.etag);
    if (!EventObject?.length) throw invalidArgument('The parameter EventObject is required.');
    if (EventObject.length > limits.eventBytes)
      throw invalidArgument(
        `The parameter EventObject has ${EventObject.length} bytes, at most ${limits.eventBytes} are taken.`,
      );
    const event = testEventIn(world, EventObject);
    const result = run(world, runnableOf(world, version), version, event);
    return {
      TestResult: { FunctionSummary: functionSummary(world, found, Stage), ...toldOf(event, result) },
    };
  },
};

const run = (world: World, runnable: Runnable, version: FunctionVersion, event: TestEvent): Result =>
  runnable.kind === 'runs'
    ? runnable.prepared.call(
        event.invocation,
        world.storeItems.get(storeIdOf(version) ?? '')?.items ?? new Map(),
      )
    : { error: { kind: 'load', message: runnable.message }, kvsReads: 0, keys: [], logs: [] };

function toldOf(event: TestEvent, result: Result): Omit<TestResult, 'FunctionSummary'> {
  const told = { ComputeUtilization: String(utilizationOf(result)), FunctionExecutionLogs: [...result.logs] };
  if (result.error) return { ...told, FunctionErrorMessage: result.error.message, FunctionOutput: '' };
  const refused = problemsOf(event, result.output);
  if (refused.length > 0) {
    const words = `The CloudFront function returned an invalid value: ${refused.join('; ')}.`;
    return { ...told, FunctionErrorMessage: words, FunctionOutput: '' };
  }
  const kind = isResponse(result.output) ? 'response' : 'request';
  return { ...told, FunctionErrorMessage: '', FunctionOutput: JSON.stringify({ [kind]: result.output }) };
}

const problemsOf = ({ invocation, isOfResponse }: TestEvent, output: unknown): readonly string[] => {
  // A response that came from an origin has headers that no function may add.
  if (isOfResponse) return isResponse(output) ? [] : ['the handler returned no response (statusCode)'];
  const outcome = outcomeOf(output, invocation.event.request);
  return outcome.kind === 'refused' ? outcome.because : [];
};

const isResponse = (output: unknown): boolean =>
  typeof output === 'object' && output !== null && 'statusCode' in output;
