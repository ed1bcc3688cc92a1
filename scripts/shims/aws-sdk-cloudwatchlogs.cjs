// Stands for 'aws-sdk/clients/cloudwatchlogs' of SDK v2: the class itself is the module.
module.exports = require('../../packages/aws-adapter/src/sdk-v2/cloudwatch-logs').CloudWatchLogs;
