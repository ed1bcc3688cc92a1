// Stands for 'aws-sdk/clients/cloudwatch' of SDK v2: the class itself is the module.
module.exports = require('../../packages/aws-adapter/src/sdk-v2/cloudwatch').CloudWatch;
