exports.entrypoint = async () => ({ names: Object.keys(process.env).sort() });
