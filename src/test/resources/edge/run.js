// Runs router.js as CloudFront would: node run.js ROUTER STORE [SWITCH], requests as JSON lines on standard input.
// Each answer is a JSON line: the log line, the selected origin and Host, the path, the reads of the store.
'use strict';
const fs = require('fs');
const readline = require('readline');

const source = fs.readFileSync(process.argv[2], 'utf8').replace(/^import cf from 'cloudfront';$/m, '');
const data = new Map(JSON.parse(fs.readFileSync(process.argv[3], 'utf8')).data.map(each => [each.key, each.value]));
for (const [key, value] of data) {
    if (Buffer.byteLength(key) > 512 || Buffer.byteLength(value) > 1024 || /\s/.test(key)) {
        throw new Error('no key or value of a KeyValueStore: ' + key);
    }
}
if (process.argv[4]) {
    data.set('switch', process.argv[4]);
}

let answer = null;
const failing = new Set((process.env.FAILING || '').split(','));
const cf = {
    kvs: () => ({
        async get(key, options) {
            answer.reads++;
            if (!data.has(key) || failing.has(key)) {
                throw new Error('KeyNotFound');
            }
            return options && options.format === 'json' ? JSON.parse(data.get(key)) : data.get(key);
        }
    }),
    selectRequestOriginById(id, overrides) {
        answer.origin = id;
        answer.host = overrides ? overrides.hostHeader : '';
    },
    logCustomData(text) {
        if (encodeURIComponent(text).length > 800) {
            throw new Error('longer than 800 bytes: ' + text);
        }
        answer.log = text;
    }
};
const log = { log(text) { answer.failure = text; } };
const handler = new Function('cf', 'console', source + '\nreturn handler;')(cf, log);

(async () => {
    for await (const line of readline.createInterface({ input: process.stdin, crlfDelay: Infinity })) {
        const asked = JSON.parse(line);
        answer = { log: '', origin: 'origin', host: '', reads: 0, failure: '' };
        const request = await handler({
            viewer: { ip: asked.ip || '192.0.2.1' },
            request: {
                method: asked.method, uri: asked.path, querystring: {},
                headers: asked.headers || {}, cookies: asked.cookies || {}
            }
        });
        answer.uri = request.uri;
        process.stdout.write(JSON.stringify(answer) + '\n');
    }
})();
