import type { ListTagsForResourceRequest, ListTagsForResourceResult } from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { requireTagged, tagNeed } from '../tags';

export const listTagsForResource: Operation<ListTagsForResourceRequest, ListTagsForResourceResult> = {
  service: 'cloudfront',
  name: 'ListTagsForResource',
  needs: ({ Resource }) => tagNeed('ListTagsForResource', Resource),
  perform: (world, { Resource }, caller) => ({
    Tags: { Items: [...requireTagged(world, caller, Resource).tags] },
  }),
};
