import type { TagResourceRequest } from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { mergedTags, requireTagged, requireTags, tagNeed } from '../tags';

export const tagResource: Operation<TagResourceRequest, Record<string, never>> = {
  service: 'cloudfront',
  name: 'TagResource',
  needs: ({ Resource }) => tagNeed('TagResource', Resource),
  perform(world, { Resource, Tags }, caller) {
    const tagged = requireTagged(world, caller, Resource);
    tagged.retag(mergedTags(tagged.tags, requireTags(Tags)));
    return {};
  },
};
