import { execFile } from 'node:child_process';

interface Call {
  readonly typeName: string;
  readonly action: 'READ' | 'LIST';
  /** As with a LoggingConfig: keys of the logging role, and a log group. */
  readonly providerCredentials: boolean;
}

const keysOf = (name: string) => ({ accessKeyId: name, secretAccessKey: 'secret', sessionToken: 'token' });

/** One call of a bundle in a process of its own, with the payload that CloudFormation sends. @returns its answer */
export function callBundle(bundle: string, endpoint: string, call: Call): Promise<Record<string, unknown>> {
  const event = {
    requestData: {
      callerCredentials: keysOf('AKIDCALLER'),
      ...(call.providerCredentials && {
        providerCredentials: keysOf('AKIDPROVIDER'),
        providerLogGroupName: 'log-group',
      }),
      resourceProperties: { MigrationId: 'am-00000000000000000000', SiteId: 'rs-00000000000000000000' },
      previousResourceProperties: null,
      logicalResourceId: 'It',
      typeConfiguration: null,
    },
    region: 'eu-central-1',
    awsAccountId: '310123456789',
    action: call.action,
    callbackContext: null,
    bearerToken: 'token',
    resourceType: call.typeName,
  };
  const program = `require(process.argv[1]).entrypoint(${JSON.stringify(event)}, {})
    .then((answer) => process.stdout.write('\\n' + JSON.stringify(answer) + '\\n', () => process.exit(0)))`;
  const env = { AWS_ENDPOINT_URL: endpoint, AWS_EC2_METADATA_DISABLED: 'true' };
  return new Promise((resolve, reject) =>
    execFile(process.execPath, ['-e', program, bundle], { env, timeout: 60_000 }, (error, stdout, stderr) =>
      error
        ? reject(new Error(`${error.message}\n${stderr}`))
        : resolve(JSON.parse(stdout.trim().split('\n').at(-1)!)),
    ),
  );
}
