// Ends, or does not end, as the event says.
const http = require('node:http');

let calls = 0;

exports.entrypoint = ({ how, endpoint }) => {
  calls++;
  return {
    remembers: async () => ({ calls }),
    throws: () => Promise.reject(new Error('the handler broke')),
    exits: () => process.exit(3),
    hangs: () => new Promise(() => {}),
    sleeps: () => new Promise((resolve) => setTimeout(resolve, 61_000)),
    // The server keeps the connection and says nothing: only a timer of its own can end the wait.
    asks: () =>
      new Promise((resolve) => {
        http.get(endpoint, () => resolve({ waited: false })).on('error', () => {});
        setTimeout(() => resolve({ waited: true, now: Date.now() }), 5000);
      }),
    asksForEver: () => new Promise(() => http.get(endpoint).on('error', () => {})),
  }[how]();
};
