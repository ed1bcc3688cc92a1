export type { Checker, End, Violation } from './checker';
export { type Judge, judgeOf } from './judge';
export { checkersOf, lawsOfAnyWeather } from './laws';
