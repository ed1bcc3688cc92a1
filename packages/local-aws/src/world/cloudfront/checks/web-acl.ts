import { invalidWebAcl } from '../failures';
import type { Check } from './proposal';

const wafV2 = /^arn:aws:wafv2:us-east-1:(\d{12}):global\/webacl\/[^/]+\/[0-9a-f-]{36}$/;
/** AWS WAF Classic has ids instead of ARNs, which do not tell whose they are. */
const classic = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A web ACL is a global one of the distribution's account; that there is one of its ARN is taken on trust. */
export const webAcl: Check = (_world, { accountId, current, config }) => {
  const { WebACLId: id } = config;
  if (!id || id === current?.config.WebACLId) return;
  if (wafV2.exec(id)?.[1] !== accountId && !classic.test(id)) throw invalidWebAcl();
};
