export { renderFrame } from './frame';
export { type Live, type LiveOptions, liveView } from './live';
export { mayColour, paint } from './paint';
export { renderVerdict } from './verdict-text';
