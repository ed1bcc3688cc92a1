import type { Edge, World } from '../world/world';
import type { EdgeCache } from './cache/store';
import type { OriginLoad } from './origin-load';
import type { Origins } from './origins';

/** One point of presence and what it reaches. */
export interface EdgeSite {
  readonly edge: Edge;
  readonly world: World;
  readonly origins: Origins;
  readonly cache: EdgeCache;
  readonly load: OriginLoad;
  nextRequestId(): string;
}
