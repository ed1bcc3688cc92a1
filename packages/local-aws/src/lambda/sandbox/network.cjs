/**
 * The only door to the network: an address that the local AWS plays is dialled on its loopback port, the AWS endpoint
 * as it is, and everything else is refused as by a host that does not listen. Placed below `net`, at the handle that
 * node's own sockets connect with, so that http, https, tls and fetch pass through it without noticing.
 */
const dgram = require('node:dgram');
const net = require('node:net');
const { getSystemErrorMap } = require('node:util');

const sockets = new Set();
let moved = 0;

/** Bytes that came or went so far; the sandbox's sign of life. */
function bytesMoved() {
  let sum = moved;
  for (const socket of sockets) sum += bytesOf(socket);
  return sum;
}

const bytesOf = (socket) => socket.bytesRead + socket.bytesWritten;

function installNetwork({ routes, endpoint }) {
  const [refused] = [...getSystemErrorMap()].find(([, [code]]) => code === 'ECONNREFUSED');
  // The handle's class is not exported; `process.binding` is the one public way to it.
  const { TCP } = process.binding('tcp_wrap');
  const dial = TCP.prototype.connect;
  const refuse = (address, port) => {
    console.error(`sandbox: refused ${address}:${port}, which nothing in the local AWS plays`);
    return refused;
  };
  TCP.prototype.connect = function connect(request, address, port) {
    const [host, mapped] = placeOf(routes, endpoint, address, port);
    return host ? dial.call(this, request, host, mapped) : refuse(address, port);
  };
  TCP.prototype.connect6 = (_request, address, port) => refuse(`[${address}]`, port);
  dgram.Socket.prototype.send = () => {
    throw new Error('sandbox: datagrams go nowhere; the local AWS answers DNS through node:dns');
  };
  watchSockets();
}

function placeOf(routes, endpoint, address, port) {
  const mapped = routes[`${address}:${port}`];
  if (mapped) {
    const [host, mappedPort] = mapped.split(':');
    return [host, Number(mappedPort)];
  }
  return address === endpoint.hostname && port === Number(endpoint.port) ? [address, port] : [];
}

function watchSockets() {
  const connect = net.Socket.prototype.connect;
  net.Socket.prototype.connect = function watched(...args) {
    sockets.add(this);
    this.once('close', () => {
      moved += bytesOf(this) + 1;
      sockets.delete(this);
    });
    return connect.apply(this, args);
  };
}

/** What the process is still connected to, for the message when it does not end. */
const openConnections = () =>
  [...sockets].map(
    (socket) => `${socket.servername || socket.remoteAddress || 'connecting'}:${socket.remotePort}`,
  );

module.exports = { installNetwork, bytesMoved, openConnections };
