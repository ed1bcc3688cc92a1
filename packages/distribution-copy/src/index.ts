export { type Copy, type CopyRequest, copyDistribution } from './copy';
export { definitionIn, recreatable } from './definitions';
export type { Definition } from './definitions/definition';
export type { CodeOf } from './definitions/functions';
export type { Json, JsonObject } from './json';
export { CopyProblem } from './problem';
export { type Reference, referencesIn } from './references/reference';
export { type ReferenceMap, readMap } from './references/reference-map';
export { templateText } from './template/yaml';
