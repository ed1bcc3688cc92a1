// Answers requests by the rules in the function's KeyValueStore. It is the same for every rule set but for NEWER;
// layout/grammar.ts says what the items look like. Written for cloudfront-js-2.0, which is njs: no destructuring,
// spread, for-of or `?.`, no await in arguments, no closures over what is assigned after an await.
// And for what njs takes time for: one function awaits, and what comes after each read is a step that `call.step` names;
// a call of a function, of the language's or our own, takes as long as ten operators, and a character of a text or a
// property six; no regex runs before a look, a twentieth of its time, has seen that there may be something to find.
// Deployed are neither comments nor the names of a call's fields, which lie in an array (npm run generate).
// biome-ignore-all lint: the engine is older than what the linter would have
import cf from 'cloudfront';
import crypto from 'crypto';

// The first generation that it does not see.
const NEWER = '000002';
const HSTS = 'strict-transport-security';
const store = cf.kvs();

async function handler(event) {
  const call = callOf(event.request);
  while (call.key) {
    let item;
    try {
      item = await store.get(call.key);
    } catch (error) {
      // A miss rejects.
      item = '';
    }
    call.key = '';
    call.step(call, item);
  }
  return call.response;
}

// Fields that few calls need come later.
function callOf(request) {
  const sent = request.headers;
  const host = sent.host.value.toLowerCase();
  let path = request.uri;
  // Nothing in it is escaped, or has to be.
  const isPlain = encodeURI(path) === path;
  if (!isPlain) path = escaped(path);
  if (path < '/' || path >= '0') path = '/' + path;
  return {
    request,
    sent,
    host,
    path,
    isPlain,
    key: 'h:' + host,
    step: onHost,
    response: null,
    location: '',
    main: '',
    table: '',
    more: '',
    labels: 3,
    search: undefined,
    decoded: undefined,
  };
}

// With its question mark, which may be all there is.
function searchOf(call) {
  if (call.search === undefined) {
    const request = call.request;
    const query = request.rawQueryString ? request.rawQueryString() : queryOf(request.querystring);
    call.search = query ? '?' + escaped(query) : query === '' ? '?' : '';
  }
  return call.search;
}

// Everything that is not printable ASCII goes percent-encoded.
function escaped(text) {
  return encodeURI(text) === text ? text : text.replace(/[^!-~]+/g, encodeURIComponent);
}

// Where there is no rawQueryString().
function queryOf(values) {
  const pairs = Object.keys(values).map((name) =>
    (values[name].multiValue || [values[name]]).map((each) => `${name}=${each.value}`).join('&'),
  );
  return pairs.join('&') || undefined;
}

function read(call, key, step) {
  call.key = key;
  call.step = step;
}

// Of two versions, behind a form feed each, the newer stands first, and is but an address, or nothing.
function onHost(call, item) {
  let record = item;
  let at = 6;
  if (item < '0') {
    const older = item.indexOf('\f', 1);
    if (item.slice(1, 7) < NEWER) record = item.slice(0, older);
    at = record === item ? older + 7 : 7;
  } else if (item >= NEWER) record = '';
  walk(call, record, at);
}

// Tries a record's lines in turn, from its begin where nothing else is said. Of wildcards' sites only the first of the host counts.
function walk(call, record, from, isOurs) {
  let at = from || 0;
  let kind = record[at];
  while (kind) {
    const start = at;
    if (kind === '=') {
      const rules = inBlock(call, record, at, isOurs);
      if (rules && (rules >= ' ' ? match(call, rules) : anyOf(call, rules))) return;
      at += 6 + +record.slice(at + 2, at + 5);
    } else if (kind === '&') {
      at += 5 + +record.slice(at + 1, at + 4);
      call.table += record.slice(start, at);
    } else {
      at = record.indexOf('\n', at) + 1;
      const line = record.slice(start, at - 1);
      if (kind === '!') call.main = line;
      else if (kind === '?') return respond(call, line);
      else if (kind === '+') call.more = line.slice(1);
      else if (kind === '*' || kind === ':') {
        call.rest = record.slice(at);
        call.isOurs = isOurs;
        return seek(call, kind, line.slice(1));
      } else if (kind !== '>') {
        if (match(call, line)) return;
      } else if (isOurs) break;
      else {
        isOurs = call.host.endsWith(line.slice(1));
        if (!isOurs) at = record.indexOf('\n>', at - 1) + 1 || record.length;
      }
    }
    kind = record[at];
  }
  if (call.more) {
    read(call, 'r:' + call.more.slice(0, 7), walk);
    call.more = call.more.slice(7);
  } else nextHost(call);
}

// Exact name first, without a port or a dot behind it then; wildcards lie by their last two labels, or one.
function nextHost(call) {
  const host = call.host;
  if (host[host.length - 1] < 'a') {
    call.host = host.replace(/\.?(:\d*)?$/, '');
    if (call.host !== host) return read(call, 'h:' + call.host, onHost);
  }
  const dot = host.lastIndexOf('.');
  if (!--call.labels) call.response = { statusCode: 404 };
  else read(call, 'w:' + host.slice((call.labels > 1 ? host.lastIndexOf('.', dot - 1) : dot) + 1), onHost);
}

// Lines of paths, each with its rules.
function inBlock(call, record, from, isOneOfSeveral) {
  const subject = record[from + 1];
  const bits = subject === 'A' ? 1 : record.charCodeAt(from + 1);
  const isDecoded = bits & 1;
  let key = bits & 14 ? keyOf(call, bits - isDecoded) : call.path;
  // Decoded, a plain path that is a key would be the same.
  let at = call.isPlain || !isDecoded ? record.indexOf('\n' + key + '\t', from) : -1;
  if (isDecoded && at < 0) {
    const raw = key;
    key = keyOf(call, bits);
    if (key && (key !== raw || !call.isPlain) && !key.includes('\t'))
      at = record.indexOf('\n' + key + '\t', from);
  }
  // Another's block may be behind it.
  if (at < 0 || (isOneOfSeveral && at > from + 4 + +record.slice(from + 2, from + 5))) return '';
  const start = at + key.length + 2;
  return record.slice(start, record.indexOf('\n', start));
}

// What the index has for the path. root: bits, then addresses of 64 pages (*) or one page itself (:).
function seek(call, kind, root) {
  call.sought = keyOf(call, root.charCodeAt(0));
  call.hash = crypto.createHash('sha256').update(call.sought).digest('base64url');
  if (kind === ':') return onPage(call, root.slice(1));
  // The digits of base64url in the order in which texts are compared.
  const digit = '-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'.indexOf(call.hash[0]);
  read(call, 'p:' + root.substr(1 + digit * 7, 7), onPage);
}

function onPage(call, page) {
  const wanted = call.hash.slice(1, 3);
  let count = 0;
  for (let step = 64; step; step >>= 1) {
    const at = (count + step - 1) * 9;
    if (at < page.length && page.substr(at, 2) <= wanted) count += step;
  }
  read(call, 'b:' + page.substr(count * 9 - 7, 7), onBucket);
}

// Rules, or a letter: a template of the site's table, and what to put into it.
function onBucket(call, bucket) {
  const at = bucket.indexOf('\n' + call.hash.slice(3, 8)) + 6;
  const key = call.sought;
  let rules = at < 6 ? '' : bucket.slice(at + 1, bucket.indexOf('\n', at));
  if (rules && bucket[at] !== '=') {
    rules = put(tableOf(call, bucket[at]).slice(1), '$t', rules);
    rules = put(rules, '$s', key.slice(key.lastIndexOf('/') + 1));
    rules = put(rules, '$w', key);
  }
  if (!rules || !anyOf(call, rules)) walk(call, call.rest, 0, call.isOurs);
}

function put(text, mark, value) {
  return text.split(mark).join(value);
}

// With its letter.
function tableOf(call, letter) {
  const table = call.table;
  const at = table.indexOf('\r' + letter) + 1;
  return table.slice(at, table.indexOf('\r', at));
}

// Several begin with a mark each.
function anyOf(call, rules) {
  return rules.split('\r').some((rule) => rule && match(call, rule));
}

// A rule is its conditions, each between tabs, the letter of its answer if that is not the main one, the target's form
// and the target.
function match(call, rule) {
  let groups;
  let at = 0;
  let form = rule[0];
  while (form === '\t') {
    const end = rule.indexOf('\t', at + 1);
    const taken = take(call, rule.slice(at + 1, end));
    if (!taken) return false;
    if (taken.length) groups = groups ? groups.concat(taken) : taken;
    at = end + 1;
    form = rule[at];
  }
  const letter = form >= '0' ? form : '';
  if (letter) form = rule[++at];
  let location = rule.slice(at + 1);
  if (form !== ' ') {
    if (form === '.') location += call.path + searchOf(call);
    else if (form === '#') location += searchOf(call);
    else location = locate(call, location, groups, form === '%');
    if (location === null) return false;
  }
  call.location = location;
  // Other answers lie in the site's table; those with longer names in items of their own.
  if (!letter) respond(call, call.main);
  else if (letter !== '_') respond(call, tableOf(call, letter));
  else {
    call.answer = letter;
    call.more = call.addresses;
    onAnswer(call, '');
  }
  return true;
}

function onAnswer(call, item) {
  call.answer += item;
  if (!call.more) return respond(call, call.answer);
  read(call, 'o:' + call.more.slice(0, 7), onAnswer);
  call.more = call.more.slice(7);
}

// Behind a letter a status, and what HSTS says; or all as JSON.
function respond(call, answer) {
  let status = +answer.slice(1, 4);
  let headers = {};
  call.response = { statusCode: status, headers };
  if (status) {
    const value = answer.slice(5);
    if (value) headers[HSTS] = { value };
  } else {
    call.response = JSON.parse(answer.slice(1));
    headers = call.response.headers;
    status = call.response.statusCode;
  }
  if (call.location) headers.location = { value: call.location };
  // Browsers heed HSTS where it came by https only (RFC 6797): there they go first. 307 and 308 keep the method.
  const proto = call.sent['cloudfront-forwarded-proto'];
  if (proto && proto.value === 'http' && headers[HSTS]) {
    const value = 'https://' + call.host + call.path + searchOf(call);
    call.response = {
      statusCode: status === 307 || status === 308 ? status : 301,
      headers: { location: { value } },
    };
  }
}

// What a condition captures; null: it does not hold.
function take(call, condition) {
  const words = condition.split('\v');
  const kind = condition[0];
  const text = words[1];
  let whole;
  let bits = 0;
  if (kind > 'Z' || kind === '=') {
    bits = condition.charCodeAt(1);
    whole = textOf(call, bits) || undefined;
    if (bits & 12 && whole) {
      const key = keyOf(call, bits);
      if (kind === '=') return key === text ? [] : null;
      if (!key.startsWith(text)) return null;
    } else if (kind === '=') return whole === text ? [] : null;
  } else {
    const name = words[0].slice(1);
    if (kind === '+') {
      call.addresses = name;
      return [];
    }
    if (kind === '&') return param(call, name) === text ? [] : null;
    if (kind === '@') {
      const country = call.sent['cloudfront-viewer-country'];
      return country && (country.value === name || words.indexOf(country.value, 1) > 0) ? [] : null;
    }
    if (kind === '<') return Date.now() >= name && Date.now() < text ? [] : null;
    whole = name ? param(call, name) : searchOf(call).slice(1);
  }
  // Behind a prefix is a regex, which may need a text that it cannot do without.
  if (whole === undefined || (!(bits & 12) && !whole.startsWith(text))) return null;
  if (words[3] && !whole.includes(words[3])) return null;
  const rest = whole.slice(text.length);
  const found = kind === '^' ? null : new RegExp(words[2]).exec(rest);
  const groups = kind === '^' ? restOf(rest, words[2]) : found && found.slice(1);
  // nginx escapes captures of the decoded path, where the path as sent has a percent or plus sign.
  if (!groups || !(bits & 1 && /[%+]/.test(call.path))) return groups;
  return groups.map((each) => (each || '').replace(/[\0- "#%&+;<>?\\^`{|}\x7f-\xff]/g, hex));
}

// What follows a prefix; with marks, what the line has left: * any, + some, none; $: and nothing may follow the line.
function restOf(text, marks) {
  if (!marks) return [text];
  const end = text.indexOf('\n');
  const line = end < 0 ? text : text.slice(0, end);
  const isLast = end < 0 || end === text.length - 1;
  if ((marks.endsWith('$') && !isLast) || (marks[0] === '+' && !line)) return null;
  if (marks[0] === '$') return line ? null : [];
  return marks[0] === '-' ? [] : [line];
}

// The first parameter of the name.
function param(call, name) {
  const pair = searchOf(call)
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
  if (bits & 2) return call.path + searchOf(call);
  if (!(bits & 1)) return call.path;
  if (call.decoded === undefined) call.decoded = decode(call.path, call.isPlain);
  return call.decoded;
}

function keyOf(call, bits) {
  let text = textOf(call, bits);
  // ASCII only.
  if (bits & 4) text = text.replace(/[A-Z]+/g, (run) => run.toLowerCase());
  if (bits & 8 && text.length > 1 && text.endsWith('/')) text = text.slice(0, -1);
  return bits & 16 ? text.split('/')[1] || '' : text;
}

// As nginx matches: decoded, slashes merged, dots resolved. Empty: nginx would answer 400.
function decode(path, isPlain) {
  let bytes = path;
  if (!isPlain && path.includes('%')) {
    // Of ASCII alone, bytes are characters.
    if (!/%(?![2-7][\da-fA-F])/.test(path)) bytes = decodeURIComponent(path);
    else if (/%(?![\da-fA-F]{2})|%00/.test(path)) return '';
    else bytes = unhex(path);
  }
  if (!bytes.includes('//') && !bytes.includes('/.')) return bytes;
  const parts = bytes.split('/');
  const kept = [];
  let isOpen = false;
  for (let i = 1; i < parts.length; i++) {
    const part = parts[i];
    isOpen = !part || part === '.' || part === '..';
    if (!isOpen) kept.push(part);
    else if (part === '..' && !kept.pop()) return '';
  }
  return '/' + kept.join('/') + (isOpen && kept.length ? '/' : '');
}

function unhex(text) {
  return text.replace(/%(..)/g, (all, digits) => String.fromCharCode(parseInt(digits, 16)));
}

function hex(byte) {
  return '%' + ('0' + byte.charCodeAt(0).toString(16).toUpperCase()).slice(-2);
}

// null: a capture may not stand where it would.
function locate(call, target, groups, isNginx) {
  const parts = target.split('$');
  let url = parts[0];
  for (let i = 1; i < parts.length; i++) {
    const guard = parts[i][0];
    const isGuarded = guard === '.' || guard === ':';
    const part = isGuarded ? parts[i].slice(1) : parts[i];
    const kind = part[0];
    let end = 1;
    if (kind === 'p') url += call.path;
    else if (kind === 'd') url += '$';
    else if (kind >= 'a' && kind !== 'q') url += queryFor(kind, part[end++], url, searchOf(call));
    else {
      if (kind === 'q') end = part.indexOf('}') + 1;
      const text =
        (kind === 'q' ? param(call, part.slice(1, end - 1)) : groups && groups[parseInt(kind, 36)]) || '';
      if (isGuarded && !mayStand(text, guard)) return null;
      url += isNginx && text.includes('%') && !url.includes('?') ? unescaped(text) : text;
    }
    url += part.slice(end);
  }
  return url;
}

// Within the host, or where it ends.
function mayStand(text, guard) {
  return guard === '.' ? /^[A-Za-z\d.-]*$/.test(text) : !text || '/?#'.includes(text[0]);
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
  if (!search) return '';
  const added = mode === 'm' ? missingIn(url, search) : search.slice(1);
  return added || mode === 'k' ? joint.trim() + added : '';
}

function missingIn(url, search) {
  const own = url
    .replace(/^[^?]*\??/, '&')
    .split('&')
    .map(nameOf);
  return search
    .slice(1)
    .split('&')
    .filter((pair) => !own.includes(nameOf(pair)))
    .join('&');
}
