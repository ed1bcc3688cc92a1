/**
 * Directives that a redirect does not need: what they do is done by CloudFront, or for nginx alone. They are left out
 * with a word in the report. A directive that is in no list is refused.
 */
const reasons: readonly (readonly [RegExp, string])[] = [
  [/^(listen|ssl_.*|http2|http3|quic_.*|ssl)$/, 'CloudFront listens, and ends TLS'],
  [/^(access_log|error_log|log_.*|rewrite_log)$/, 'CloudFront keeps the logs'],
  [/^(gzip|gzip_.*|brotli|brotli_.*)$/, 'an answer without a body is not compressed'],
  [
    /^(user|pid|worker_.*|daemon|master_process|env|events|load_module|thread_pool|pcre_jit|use|multi_accept)$/,
    'it is about processes of nginx',
  ],
  [
    /^(server_tokens|keepalive_.*|client_.*|send_timeout|reset_timedout_connection|sendfile|tcp_.*|resolver.*)$/,
    'it is about connections of nginx',
  ],
  [
    /^(types|types_hash_.*|default_type|charset|server_names_hash_.*|map_hash_.*|variables_hash_.*)$/,
    'no files are served',
  ],
  [/^(server_name_in_redirect|port_in_redirect)$/, 'targets are absolute'],
];

/** Why a directive can be left out; undefined: it cannot. */
export const leftOut = (name: string): string | undefined =>
  reasons.find(([pattern]) => pattern.test(name))?.[1];
