import { base64 } from './base64';
import { findInMap } from './find-in-map';
import type { IntrinsicFunction } from './function';
import { getAtt } from './get-att';
import { getAzs } from './get-azs';
import { choose } from './if';
import { importValue } from './import-value';
import { join } from './join';
import { ref } from './ref';
import { select } from './select';
import { split } from './split';
import { sub } from './sub';

/** The functions that a template may use in properties and outputs, by name. */
export const functions: ReadonlyMap<string, IntrinsicFunction> = new Map(
  [ref, getAtt, sub, join, split, select, choose, findInMap, importValue, getAzs, base64].map((each) => [
    each.name,
    each,
  ]),
);
