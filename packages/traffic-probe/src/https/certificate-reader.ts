import { Agent } from 'node:https';
import type { DetailedPeerCertificate, TLSSocket } from 'node:tls';

type Connect = (this: Agent, ...args: unknown[]) => TLSSocket;

const { createConnection } = Agent.prototype as unknown as { createConnection: Connect };

/**
 * An agent that reads each certificate once. Node makes an object of the whole chain on every handshake, to compare
 * the name with it, which costs more than any other script of the handshake; the edges show the same few again and
 * again. OpenSSL verifies each chain and node compares each name as ever: only the reading is remembered.
 */
export class CertificateReader extends Agent {
  private readonly read = new Map<string, DetailedPeerCertificate>();

  createConnection(...args: unknown[]): TLSSocket {
    const socket = createConnection.apply(this, args);
    socket.getPeerCertificate = () => this.certificateOf(socket);
    return socket;
  }

  private certificateOf(socket: TLSSocket): DetailedPeerCertificate {
    const shown = socket.getPeerX509Certificate();
    // What node gives where no certificate was shown, which is for no name.
    if (!shown) return {} as DetailedPeerCertificate;
    const { fingerprint256 } = shown;
    const certificate = this.read.get(fingerprint256) ?? (shown.toLegacyObject() as DetailedPeerCertificate);
    this.read.set(fingerprint256, certificate);
    return certificate;
  }
}
