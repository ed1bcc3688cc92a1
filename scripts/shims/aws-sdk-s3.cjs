// Stands for 'aws-sdk/clients/s3' of SDK v2: the class itself is the module.
module.exports = require('../../packages/aws-adapter/src/sdk-v2/s3').S3;
