export { type Io, processIo } from './io';
export { main } from './main';
