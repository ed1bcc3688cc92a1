// Answers requests by the rules in the function's KeyValueStore. It is the same for every rule set but for GENERATION;
// layout/grammar.ts says what the items look like. Written for cloudfront-js-2.0, which is njs: no destructuring,
// spread, for-of or `?.`, no await in arguments, no closures over what is assigned after an await.
// Lines that are comments only are left out of what is deployed (npm run generate).
// biome-ignore-all lint: the engine is older than what the linter would have
import cf from 'cloudfront';
import crypto from 'crypto';

const GENERATION = 1;
// The digits of base64url in the order in which texts are compared.
const DIGITS = '-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz';
// What a capture must be that stands within the host, or ends it.
const GUARDS = { '.': /^[A-Za-z\d.-]*$/, ':': /^($|[/?#])/ };

async function handler(event) {
  const store = cf.kvs();
  const call = callOf(event.request);
  const labels = call.host.split('.');
  // Exact name first; wildcards lie by their last labels.
  const keys = [`h:${call.host}`, `w:${labels.slice(-2).join('.')}`, `w:${labels.pop()}`];
  for (let i = 0; i < keys.length; i++) {
    const item = await read(store, keys[i]);
    const response = await answer(store, versionOf(item), call);
    if (response) return httpsFirst(call, response);
  }
  return { statusCode: 404 };
}

// A miss rejects.
async function read(store, key) {
  try {
    return await store.get(key);
  } catch (error) {
    return '';
  }
}

// Newest first: the first version that this generation may see.
function versionOf(item) {
  const version = item.split('\f').find((each) => parseInt(each, 10) <= GENERATION) || '';
  return version.slice(version.indexOf('\n') + 1);
}

function callOf(request) {
  const headers = request.headers;
  const query = request.rawQueryString ? request.rawQueryString() : queryOf(request.querystring);
  return {
    host: headers.host.value.toLowerCase().replace(/\.?(:\d*)?$/, ''),
    path: asSent(request.uri).replace(/^(?!\/)/, '/'),
    // With its question mark, which may be all there is.
    search: query === undefined ? '' : `?${asSent(query)}`,
    country: (headers['cloudfront-viewer-country'] || {}).value,
    scheme: (headers['cloudfront-forwarded-proto'] || {}).value,
  };
}

// Browsers heed HSTS where it came by https only (RFC 6797): there they go first. 307 and 308 keep the method.
function httpsFirst(call, response) {
  if (call.scheme !== 'http' || !response.headers['strict-transport-security']) return response;
  const status = response.statusCode;
  const value = `https://${call.host}${call.path}${call.search}`;
  return { statusCode: status === 307 || status === 308 ? status : 301, headers: { location: { value } } };
}

// Everything that is not printable ASCII goes percent-encoded.
function asSent(text) {
  return text.replace(/[^!-~]+/g, encodeURIComponent);
}

// Where there is no rawQueryString().
function queryOf(values) {
  const pairs = Object.keys(values).map((name) =>
    (values[name].multiValue || [values[name]]).map((each) => `${name}=${each.value}`).join('&'),
  );
  return pairs.join('&') || undefined;
}

// Goes through a site's rules, reading on where they go on. Of wildcards' sites only the one of the host counts.
async function answer(store, record, call) {
  const table = {};
  let next = '';
  while (record) {
    let ours = true;
    const lines = record.split('\n');
    for (let i = 0; i < lines.length; i++) {
      let rules = lines[i];
      const kind = rules[0];
      const rest = rules.slice(1);
      if (kind === '>') ours = !next && call.host.endsWith(rest);
      if (kind === '!') table[rest[0]] = rest.slice(1);
      if (kind === '+' && ours) next = rest;
      if (!ours || '>+!'.includes(kind)) continue;
      if ('*:'.includes(kind)) rules = await rulesAt(store, kind, rest, call, table);
      const found = rules && match(rules.split('\f'), call);
      if (found) return await respond(store, table, found);
    }
    record = next && (await read(store, `r:${next.slice(0, 7)}`));
    next = next.slice(7);
  }
  return null;
}

// What the index has for the path. root: bits, then addresses of 64 pages (*) or one page itself (:).
async function rulesAt(store, kind, root, call, table) {
  const key = keyOf(call, root.charCodeAt(0));
  const hash = crypto.createHash('sha256').update(key).digest('base64url');
  let page = root.slice(1);
  if (kind === '*') page = await read(store, `p:${page.substr(DIGITS.indexOf(hash[0]) * 7, 7)}`);
  let count = 0;
  for (let step = 64; step; step >>= 1) {
    const digits = page.substr((count + step - 1) * 9, 2);
    if (digits && digits <= hash.slice(1, 3)) count += step;
  }
  const bucket = await read(store, `b:${page.substr(count * 9 - 7, 7)}`);
  const entry = (bucket.split(`\n${hash.slice(3, 8)}`)[1] || '=').split('\n')[0];
  const rest = entry.slice(1);
  // Rules, or a template of the site's table and what to put into it.
  if (entry[0] === '=') return rest;
  const slug = key.slice(key.lastIndexOf('/') + 1);
  return table[entry[0]].split('$t').join(rest).split('$s').join(slug).split('$w').join(key);
}

// A rule is its answer, its target, its conditions.
function match(rules, call) {
  for (let i = 0; i < rules.length; i++) {
    const fields = rules[i].split('\t');
    const groups = fields.slice(2).reduce((all, field) => {
      const taken = all && take(field[0], field.slice(1).split('\v'), call);
      return taken && all.concat(taken);
    }, []);
    const location = groups && locate(fields[1], call, groups);
    if (location !== null) return { answer: fields[0], location };
  }
}

// What a condition captures; null: it does not hold.
function take(kind, words, call) {
  const name = words[0];
  const text = words[1];
  if (kind === '?') return find(text, name ? param(call, name) : call.search.slice(1));
  if (kind === '&') return param(call, name) === text ? [] : null;
  if (kind === '@') return words.includes(call.country) ? [] : null;
  if (kind === '<') return Date.now() >= name && Date.now() < text ? [] : null;
  const bits = name.charCodeAt(0);
  const key = keyOf(call, bits);
  if (kind === '=') return key === text ? [] : null;
  if (!key || !key.startsWith(text)) return null;
  const rest = textOf(call, bits).slice(text.length);
  const groups = kind === '^' ? [rest] : find(words[2], rest);
  // nginx escapes captures of the decoded path, where the path as sent has a percent or plus sign.
  if (!groups || !(bits & 1) || !/[%+]/.test(call.path)) return groups;
  return groups.map((each) => (each || '').replace(/[\0- "#%&+;<>?\\^`{|}\x7f-\xff]/g, hex));
}

function find(source, text) {
  const found = text === undefined ? null : new RegExp(source).exec(text);
  return found && found.slice(1);
}

// The first parameter of the name.
function param(call, name) {
  const pair = call.search
    .slice(1)
    .split('&')
    .find((each) => nameOf(each) === name);
  return pair && pair.slice(name.length + 1);
}

function nameOf(pair) {
  return pair.split('=')[0];
}

// Bits: 1 decoded as by nginx, 2 with the query, 4 any case, 8 any last slash, 16 the first segment.
function textOf(call, bits) {
  if (bits & 2) return call.path + call.search;
  return bits & 1 ? decode(call.path) : call.path;
}

function keyOf(call, bits) {
  let text = textOf(call, bits);
  if (bits & 4) text = text.replace(/[A-Z]+/g, (run) => run.toLowerCase());
  if (bits & 8) text = text.replace(/(.)\/$/, '$1');
  return bits & 16 ? text.split('/')[1] || '' : text;
}

// As nginx matches: decoded, slashes merged, dots resolved. Empty: nginx would answer 400.
function decode(path) {
  if (/%(?![\da-fA-F]{2})|%00/.test(path)) return '';
  const bytes = unhex(path);
  if (!/\/[./]/.test(bytes)) return bytes;
  const kept = [];
  const above = bytes.split('/').some((part) => {
    if (!/^\.{0,2}$/.test(part)) kept.push(part);
    return part === '..' && !kept.pop();
  });
  if (above) return '';
  return `/${kept.join('/')}${kept.length && /\/\.{0,2}$/.test(bytes) ? '/' : ''}`;
}

function unhex(text) {
  return text.replace(/%(..)/g, (all, digits) => String.fromCharCode(parseInt(digits, 16)));
}

function hex(byte) {
  return `%${(`0${byte.charCodeAt(0).toString(16).toUpperCase()}`).slice(-2)}`;
}

// null: a capture may not stand where it would.
function locate(target, call, groups) {
  const parts = target.split('$');
  let url = parts[0];
  for (let i = 1; i < parts.length; i++) {
    const guard = GUARDS[parts[i][0]];
    const part = guard ? parts[i].slice(1) : parts[i];
    const kind = part[0];
    let end = 1;
    if (kind === 'd') url += '$';
    else if (kind === 'p') url += call.path;
    else if ('kam'.includes(kind)) url += queryFor(kind, part[end++], url, call.search);
    else if (kind !== 'n') {
      if (kind === 'q') end = part.indexOf('}') + 1;
      const text = (kind === 'q' ? param(call, part.slice(1, end - 1)) : groups[parseInt(kind, 36)]) || '';
      if (guard && !guard.test(text)) return null;
      // The mark of nginx's encoding stands first.
      url += parts[1][0] === 'n' && !url.includes('?') ? unescaped(text) : text;
    }
    url += part.slice(end);
  }
  return url;
}

// As nginx's rewrite: escapes between "%" and DEL are decoded, up to a question mark.
function unescaped(text) {
  let done = false;
  return text.replace(/%[\da-fA-F]{2}|\?/g, (found) => {
    const byte = unhex(found);
    if (done || byte <= '%' || byte >= '\x7f') return found;
    done = byte === '?';
    return byte;
  });
}

// k: as it was sent, even without text; a: if it has any; m: what the target has not. joint: ?, & or a space for none.
function queryFor(mode, joint, url, search) {
  const own = url
    .replace(/^[^?]*\??/, '&')
    .split('&')
    .map(nameOf);
  const isNew = (pair) => mode !== 'm' || !own.includes(nameOf(pair));
  const added = search.slice(1).split('&').filter(isNew).join('&');
  return added || (mode === 'k' && search) ? joint.trim() + added : '';
}

// An answer lies in the site's table; those with longer names in items of their own.
async function respond(store, table, found) {
  const name = found.answer;
  let answer = table[name] || '';
  for (let end = 7; end <= name.length; end += 7) {
    answer += await read(store, `o:${name.slice(end - 7, end)}`);
  }
  const words = answer.split('\v');
  const reply = { statusCode: Number(words.shift()), headers: {} };
  words.forEach((word) => {
    const header = nameOf(word);
    const value = unhex(word.slice(header.length + 1));
    if (header) reply.headers[header] = { value };
    else reply.body = { encoding: 'text', data: value };
  });
  if (found.location) reply.headers.location = { value: found.location };
  return reply;
}
