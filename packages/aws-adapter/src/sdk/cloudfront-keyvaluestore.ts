// The data plane takes only SigV4A signatures, and its client only those of a module that was imported: this one is
// plain JavaScript, so nothing native has to be in the bundle.
import '@aws-sdk/signature-v4a';

export { CloudFrontKeyValueStoreClient } from '@aws-sdk/client-cloudfront-keyvaluestore';
