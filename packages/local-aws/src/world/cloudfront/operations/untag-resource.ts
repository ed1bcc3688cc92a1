import type { UntagResourceRequest } from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { requireTagged, tagNeed } from '../tags';

/** Keys that are not there are no error. */
export const untagResource: Operation<UntagResourceRequest, Record<string, never>> = {
  service: 'cloudfront',
  name: 'UntagResource',
  needs: ({ Resource }) => tagNeed('UntagResource', Resource),
  perform(world, { Resource, TagKeys }, caller) {
    const tagged = requireTagged(world, caller, Resource);
    const gone = new Set(TagKeys?.Items);
    tagged.retag(tagged.tags.filter(({ Key }) => !gone.has(Key ?? '')));
    return {};
  },
};
