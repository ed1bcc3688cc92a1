export { type Exploration, type ExploreOptions, explore, type Finding } from './explore';
export { main } from './main';
export { live } from './run';
export { exploreTheWire, type WireSample } from './wire-sample';
export { type Case, cases } from './worlds';
