import type { Json, JsonObject } from '../json';
import { isObject } from '../json';
import { itemsOf } from './shape';

/** A header that CloudFront adds for an origin, most often a shared secret; the template asks for its value. */
export interface OriginHeader {
  readonly parameter: string;
  readonly originId: string;
  readonly headerName: string;
  /** Place of the value in the configuration. */
  readonly path: string;
}

/**
 * Every header that the distribution adds to requests to its origins. Their values are how origins know that it is
 * CloudFront that asks, so they do not belong into a file: each becomes a NoEcho parameter of the template.
 */
export function originHeadersIn(config: JsonObject): OriginHeader[] {
  return itemsOf(config.Origins).flatMap((origin, o) =>
    isObject(origin)
      ? itemsOf(origin.CustomHeaders).map((header, h) => ({
          parameter: `OriginHeader${o + 1}${String.fromCharCode(65 + h)}`,
          originId: String(origin.Id ?? ''),
          headerName: headerNameOf(header),
          path: `Origins.Items[${o}].CustomHeaders.Items[${h}].HeaderValue`,
        }))
      : [],
  );
}

const headerNameOf = (header: Json): string => (isObject(header) ? String(header.HeaderName ?? '') : '');
