export { type Exploration, type ExploreOptions, explore, type Finding } from './explore';
export { main } from './main';
export { cases } from './worlds';
