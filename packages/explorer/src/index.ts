export { type Exploration, type ExploreOptions, explore, type Finding } from './explore';
export { main } from './main';
export { exploreTheWire, type WireSample } from './wire-sample';
export { cases } from './worlds';
