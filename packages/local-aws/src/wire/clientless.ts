/*
 * The model of services whose clients nothing here needs, as far as their operations were written, in the form in which
 * the SDK keeps it (schemas.ts). From botocore's models of 2023-12-01 and 2019-06-24.
 */

/** The SDK's numbers of simple shapes. */
const [text, number, boolean] = [0, 1, 2] as const;

type Members = Readonly<Record<string, unknown>>;

/** @param members those that the structure cannot be without come first */
const structure = (name: string, members: Members, required = 0): unknown[] => [
  3,
  'local-aws',
  name,
  0,
  Object.keys(members),
  Object.values(members),
  required,
];

const operation = (name: string, input: unknown[], output: unknown[]): unknown[] => [
  9,
  'local-aws',
  name,
  0,
  () => input,
  () => output,
];

const connection = structure('Connection', {
  ConnectionName: text,
  ConnectionArn: text,
  ProviderType: text,
  OwnerAccountId: text,
  ConnectionStatus: text,
});

export const codeConnections = {
  GetConnection$: operation(
    'GetConnection',
    structure('GetConnectionInput', { ConnectionArn: text }, 1),
    structure('GetConnectionOutput', { Connection: () => connection }),
  ),
};

const quota = structure('ServiceQuota', {
  ServiceCode: text,
  ServiceName: text,
  QuotaCode: text,
  QuotaName: text,
  Value: number,
  Unit: text,
  Adjustable: boolean,
  GlobalQuota: boolean,
});

export const serviceQuotas = {
  GetServiceQuota$: operation(
    'GetServiceQuota',
    structure('GetServiceQuotaRequest', { ServiceCode: text, QuotaCode: text }, 2),
    structure('GetServiceQuotaResponse', { Quota: () => quota }),
  ),
};
