import { encodeServiceBinding } from '../../src/dns/service-binding';

// The test vectors of RFC 9460, appendix D.
test.each([
  ['an alias to another name', '0 foo.example.com.', '000003666f6f076578616d706c6503636f6d00'],
  ['the name itself', '1 .', '000100'],
  ['a port', '16 foo.example.com. port=53', '001003666f6f076578616d706c6503636f6d00000300020035'],
  [
    'an unknown key',
    '1 foo.example.com. key667="hello"',
    '000103666f6f076578616d706c6503636f6d00029b000568656c6c6f',
  ],
  [
    'two IPv6 hints',
    '1 foo.example.com. ipv6hint="2001:db8::1,2001:db8::53:1"',
    '000103666f6f076578616d706c6503636f6d0000060020' +
      '20010db800000000000000000000000120010db8000000000000000000530001',
  ],
  [
    'keys in the order of their numbers',
    '16 foo.example.org. alpn=h2,h3-19 mandatory=ipv4hint,alpn ipv4hint=192.0.2.1',
    '001003666f6f076578616d706c65036f726700' +
      '0000000400010004' +
      '000100090268320568332d3139' +
      '00040004c0000201',
  ],
])('encodes %s', (_, text, hex) => {
  expect(encodeServiceBinding(text).toString('hex')).toBe(hex);
});
