// Stands for 'aws-sdk/clients/all' of SDK v2: `session.client('Name')` finds nothing. Handlers use SDK v3.
module.exports = {};
