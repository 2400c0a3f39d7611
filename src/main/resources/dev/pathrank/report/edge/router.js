// Sends each request to the origin that the plan names, by method and path. Made by pathrank.
// Routes, and how far they have moved, are in the KeyValueStore (routes.json): see README.md.
// CloudFront Functions, JavaScript runtime 2.0: ES 5.1 with const, let, async and await.
import cf from 'cloudfront';

const store = cf.kvs();

// More than this is given up, and the request goes to the present origin.
const READS = 40;
const STEPS = 1000;
const LONGEST_LITERAL = 700;
const LONGEST_LOG = 800;

async function handler(event) {
    const request = event.request;
    const run = { reads: READS, steps: STEPS, known: {}, careless: false };
    let end = null;
    let wave = 0;
    let to = 'origin';
    try {
        const turn = await store.get('switch');
        end = await locate(request.uri, request.method, run);
        const route = await routeOf(end, request.method);
        if (route && hasMoved(route, turn, event) && isKept(route[1], request.uri)) {
            const host = await store.get('host/' + route[1]);
            if (run.careless && isGateway(route[1])) {
                request.uri = respelled(end[0], request.uri);
            }
            if (host === '-') {
                cf.selectRequestOriginById(route[1]);
            } else {
                cf.selectRequestOriginById(route[1], { hostHeader: host });
            }
            wave = route[0];
            to = route[1];
        }
    } catch (e) {
        // Whatever fails, the request goes to the origin of its cache behaviour.
        console.log('present origin: ' + e);
    }
    log('wave=' + wave + ';to=' + to + ';route=' + request.method + ' ' + (end ? end[0] : '/<path+>'));
    return request;
}

function log(text) {
    let bytes = encodeURIComponent(text).length;
    while (bytes > LONGEST_LOG) {
        text = text.slice(0, text.length - Math.ceil((bytes - LONGEST_LOG) / 3));
        bytes = encodeURIComponent(text).length;
    }
    cf.logCustomData(text);
}

// The pattern, methods and routes of a path; null where no pattern matches.
async function locate(path, method, run) {
    if (path.charAt(0) !== '/') {
        return null;
    }
    const asked = method === 'OPTIONS' ? '' : method;
    let end = await lookUp('exact', path, asked, run);
    if (!end) {
        run.careless = true;
        end = await lookUp('plain', plain(path), asked, run);
    }
    return end;
}

// A pattern of the request's method comes before one of other methods.
async function lookUp(tree, path, method, run) {
    let end = await match(tree, path, 1, method, run);
    if (!end && method) {
        end = await match(tree, path, 1, '', run);
    }
    return end;
}

// In lower case, without doubled slashes and without one at the end.
function plain(path) {
    const single = path.replace(/\/+/g, '/');
    const bare = single.length > 1 && single.slice(-1) === '/' ? single.slice(0, -1) : single;
    return bare.replace(/[A-Z]+/g, lowerCase);
}

function lowerCase(text) {
    return text.toLowerCase();
}

// The end of the pattern that the rest of a path matches: a literal segment first, then the placeholders in order.
async function match(at, path, from, method, run) {
    const node = await read(at, run);
    let to = path.indexOf('/', from);
    to = to < 0 ? path.length : to;
    const literal = await literalOf(node, path.slice(from, to), run);
    let end = literal ? await follow(literal, path, to, method, run) : null;
    for (let i = 0; !end && node.p && i < node.p.length; i++) {
        end = await placeholder(node.p[i], path, from, to, method, run);
    }
    return end || !node.m ? end : await match(node.m, path, from, method, run);
}

async function literalOf(node, segment, run) {
    if (segment.length > LONGEST_LITERAL) {
        return null;
    }
    const literals = node.b ? await read(node.b + '.' + hash(segment) % node.n, run) : node.l;
    return literals && Object.prototype.hasOwnProperty.call(literals, segment) ? literals[segment] : null;
}

// A placeholder is [texts around the values, how much it takes, what follows]: 0 takes one segment, 1 perhaps more, 2
// all that is left.
async function placeholder(it, path, from, to, method, run) {
    let until = it[1] === 2 ? path.length : to;
    let end = null;
    while (!end && until <= path.length) {
        step(run);
        if (fits(it[0], path, from, until)) {
            end = await follow(it[2], path, until, method, run);
        }
        const next = it[1] === 1 && until < path.length ? path.indexOf('/', until + 1) : path.length + 1;
        until = next < 0 ? path.length : next;
    }
    return end;
}

async function follow(next, path, until, method, run) {
    if (until < path.length) {
        return await match(next, path, until + 1, method, run);
    }
    const node = await read(next, run);
    return node.e && (!method || accepts(node.e[1], method)) ? node.e : null;
}

function accepts(methods, method) {
    const all = ' ' + methods + ' ';
    return all.indexOf(' * ') >= 0 || all.indexOf(' ' + method + ' ') >= 0
        || method === 'HEAD' && all.indexOf(' GET ') >= 0;
}

// Whether a segment has the texts in their order, the first at its beginning, the last at its end, with values between.
function fits(texts, path, from, to) {
    const first = texts[0];
    const last = texts[texts.length - 1];
    const stop = to - last.length;
    let at = from + first.length;
    if (stop <= at || path.slice(from, at) !== first || path.slice(stop, to) !== last) {
        return false;
    }
    for (let i = 1; i < texts.length - 1; i++) {
        const found = path.indexOf(texts[i], at + 1);
        if (found < 0 || found + texts[i].length >= stop) {
            return false;
        }
        at = found + texts[i].length;
    }
    return at < stop;
}

// A node is in the value of the one before it, or has a key of its own.
async function read(at, run) {
    step(run);
    if (typeof at !== 'string') {
        return at;
    }
    if (!run.known[at]) {
        run.reads--;
        if (run.reads < 0) {
            throw new Error('more than ' + READS + ' reads');
        }
        run.known[at] = await store.get(at, { format: 'json' });
    }
    return run.known[at];
}

function step(run) {
    run.steps--;
    if (run.steps < 0) {
        throw new Error('more than ' + STEPS + ' steps');
    }
}

// The routes of many methods have keys of their own: what they begin with, and the methods.
async function routeOf(end, method) {
    if (end && typeof end[2] === 'string') {
        const words = end[2].split(' ');
        return words.indexOf(method) > 0 ? await store.get(words[0] + '.' + method, { format: 'json' }) : null;
    }
    return end && end[2] && Object.prototype.hasOwnProperty.call(end[2], method) ? end[2][method] : null;
}

// Waves before that of the switch have moved, and of its own wave a share of the callers.
function hasMoved(route, turn, event) {
    const wave = parseInt(setting(turn, 'wave', '0'), 10);
    const percent = parseFloat(setting(turn, 'percent', '100'));
    return route[0] < wave
        || route[0] === wave && (percent >= 100 || share(setting(turn, 'sticky', 'ip'), wave, event) < percent);
}

function setting(turn, name, otherwise) {
    const parts = (';' + turn).split(';' + name + '=');
    return parts.length > 1 ? parts[1].split(';')[0] : otherwise;
}

// A number from 0 to below 100 that stays the same for a caller and a wave.
function share(sticky, wave, event) {
    const name = sticky.slice(sticky.indexOf(':') + 1);
    let caller = null;
    if (sticky.indexOf('cookie:') === 0) {
        caller = event.request.cookies[name];
    } else if (sticky.indexOf('header:') === 0) {
        caller = event.request.headers[name.toLowerCase()];
    }
    const text = caller && caller.value ? caller.value : event.viewer.ip;
    return hash(wave + ' ' + text.slice(-200)) / 10000.03;
}

function hash(text) {
    let sum = 7;
    for (let i = 0; i < text.length; i++) {
        sum = (sum * 31 + text.charCodeAt(i)) % 1000003;
    }
    return sum * 435767 % 1000003;
}

function isGateway(origin) {
    return /^(http|rest)-api/.test(origin);
}

// API Gateway does not keep an encoded slash or question mark, and resolves . and .. as segments.
function isKept(origin, path) {
    return !isGateway(origin) || !/%2f|%3f|\/(\.|%2e){1,2}(\/|$)/i.test(path);
}

// The path with the slashes and letters of the pattern: API Gateway takes any other spelling for another path.
function respelled(pattern, path) {
    const names = pattern.split('/');
    const values = path.split('/').filter(isSomething);
    let text = '';
    let at = 0;
    for (let i = 1; i < names.length; i++) {
        if (names[i].indexOf('+>') >= 0) {
            return text + '/' + values.slice(at).join('/');
        }
        text += '/' + (names[i].indexOf('<') >= 0 ? values[at] : names[i]);
        at += names[i] ? 1 : 0;
    }
    return text;
}

function isSomething(text) {
    return text.length > 0;
}
