import type { PlainObject } from './template/document';
import type { Members } from './value';

/** What runs an extension type's handlers: the Lambda stand-in, or a function in tests. */
export interface TypeRuntime {
  /** One turn of the handler, with the payload that CloudFormation sends to Lambda. */
  invoke(payload: TypePayload): Promise<TypeTurn>;
}

export type HandlerAction = 'CREATE' | 'READ' | 'UPDATE' | 'DELETE' | 'LIST';

export interface TypePayload {
  readonly requestData: {
    readonly callerCredentials: CallerCredentials;
    readonly resourceProperties: Members;
    readonly previousResourceProperties: Members | null;
    readonly logicalResourceId: string;
    readonly typeConfiguration: null;
  };
  readonly region: string;
  readonly awsAccountId: string;
  readonly action: HandlerAction;
  readonly callbackContext: object | null;
  readonly bearerToken: string;
  readonly resourceType: string;
}

export interface CallerCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

/** How a turn ended, and the virtual time that its calls were charged. */
export type TypeTurn = (
  | { readonly kind: 'answered'; readonly event: ProgressEvent }
  /** A kill fault, or 60 seconds were over. */
  | { readonly kind: 'killed' }
  | { readonly kind: 'crashed'; readonly stderr: string }
) & { readonly tookMs?: number };

/** The handler's answer, as it comes off the wire: everything may be missing or null. */
export interface ProgressEvent {
  readonly status?: 'IN_PROGRESS' | 'SUCCESS' | 'FAILED' | null;
  readonly errorCode?: string | null;
  readonly message?: string | null;
  readonly callbackContext?: object | null;
  readonly callbackDelaySeconds?: number | null;
  readonly resourceModel?: Members | null;
  readonly resourceModels?: Members[] | null;
}

/** A type of the registry, activated: its schema and what runs it. */
export interface TypeRegistration {
  readonly typeName: string;
  readonly schema: TypeSchema;
  readonly runtime: TypeRuntime;
}

/** The parts of a resource provider schema that the driver reads; the rest is for the validator. */
export interface TypeSchema extends PlainObjectLike {
  readonly typeName: string;
  readonly properties: Record<string, PlainObject>;
  readonly required?: string[];
  readonly primaryIdentifier: string[];
  readonly readOnlyProperties?: string[];
  readonly createOnlyProperties?: string[];
  readonly handlers?: Partial<Record<Lowercase<HandlerAction>, HandlerDefinition>>;
}

interface PlainObjectLike {
  readonly [key: string]: unknown;
}

export interface HandlerDefinition {
  readonly permissions: string[];
  readonly timeoutInMinutes?: number;
}
