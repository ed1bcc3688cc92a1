// Dials what the event says, with node's own https and http, and tells what came of it.
const https = require('node:https');
const http = require('node:http');

const get = ({ scheme = 'https', ...options }) =>
  new Promise((resolve) => {
    const request = (scheme === 'https' ? https : http).get({ ...options, agent: false }, (response) => {
      let body = '';
      response.on('data', (chunk) => (body += chunk));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }));
    });
    request.on('error', (error) => resolve({ error: error.code }));
  });

exports.entrypoint = async ({ requests }) => ({ answers: await Promise.all(requests.map(get)) });
