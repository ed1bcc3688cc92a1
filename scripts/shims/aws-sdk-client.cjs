// Stands for a client of SDK v2 in the bundle of a type. The runtime library makes one for logs and metrics in every
// turn with a logging role, and catches whatever its calls throw; so a turn works, and its own logs stay in Lambda's.
class AwsSdkV2Client {
  constructor(options) {
    this.options = options;
    this.serviceIdentifier = 'none';
  }

  makeRequest(operation) {
    const refuse = async () => {
      throw new Error(`${operation}: SDK v2 is not part of this bundle`);
    };
    return { on() {}, promise: refuse };
  }
}

module.exports = AwsSdkV2Client;
