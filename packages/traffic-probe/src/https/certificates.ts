import type { DetailedPeerCertificate, TLSSocket } from 'node:tls';

/**
 * Reads each certificate once. Node makes an object of the whole chain on every handshake, to compare the name with
 * it, which costs more than any other script of the handshake; the edges show the same few again and again. OpenSSL
 * verifies each chain and node compares each name as ever: only the reading is remembered.
 */
export class CertificateReader {
  private readonly read = new Map<string, DetailedPeerCertificate>();

  /** To be called before the handshake. */
  attach(socket: TLSSocket): void {
    let certificate: DetailedPeerCertificate | undefined;
    // Asked once per connection: OpenSSL's chain loses its first certificate to whoever asks (Node 20).
    socket.getPeerCertificate = () => (certificate ??= this.certificateOf(socket));
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
