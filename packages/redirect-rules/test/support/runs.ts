/** More than what belongs to every run: `RUNS=20 npx jest packages/redirect-rules`. */
export const moreRuns = Number(process.env.RUNS ?? 1);
