import type { AwsCredentials } from '../credentials';

/** What the runtime library makes a client with: its session's options. */
export interface Session {
  readonly region?: string;
  readonly credentials: AwsCredentials;
}

type Headers = Record<string, string>;

/** Sends one operation, named as in version 2 (`putLogEvents`). */
export type Send = (operation: string, input: object, headers: Headers) => Promise<unknown>;

/** As much of a request of version 2 as the runtime library uses. */
export interface Request {
  readonly httpRequest: { readonly headers: Headers };
  on(event: 'build', listener: () => void): void;
  promise(): Promise<unknown>;
}

/**
 * A class of SDK v2's shape. The runtime library imports version 2 for what it writes into the log group and the
 * metrics of whoever registered the type with a LoggingConfig; version 2 is at its end of life and would be nine tenths
 * of the package.
 * @param open is called with the first request: a turn without a LoggingConfig loads no client
 */
export function clientOfVersion2(open: (session: Session) => Promise<Send>) {
  return class {
    readonly serviceIdentifier = 'version 3';
    #send: Promise<Send> | undefined;

    constructor(readonly options: Session) {}

    makeRequest(operation: string, input: object = {}): Request {
      const headers: Headers = {};
      const listeners: (() => void)[] = [];
      return {
        httpRequest: { headers },
        on: (_event, listener) => void listeners.push(listener),
        promise: async () => {
          for (const listener of listeners) listener();
          this.#send ??= open(this.options);
          return (await this.#send)(operation, input, headers);
        },
      };
    }
  };
}

/** @throws Error naming an operation that the runtime library has begun to use since. */
export function pick<T>(commands: Readonly<Record<string, T>>, operation: string): T {
  const command = commands[operation];
  if (command) return command;
  throw new Error(
    `${operation} is not among ${Object.keys(commands).join(', ')}, which stand for SDK v2 here`,
  );
}
