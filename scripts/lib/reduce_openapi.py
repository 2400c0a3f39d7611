#!/usr/bin/env python3
"""Reduces a folder of OpenAPI 3 documents to the parts that training needs.

  reduce_openapi.py DOCUMENTS OUT.jsonl.gz     writes one interface per line, gzipped, reproducibly
  reduce_openapi.py --specs IN.jsonl.gz DIR    writes each line to a separate file, for a request generator

Keeps the methods, the templates with their base path, and for parameters in templates the name, type, format,
enumeration, pattern, bounds and examples; drops descriptions and schemas. Leaves out vendors of the path benchmark, so
that it can score a model trained on the rest. From vendors with many documents it selects a few, by the hash of their
names, and small ones only from vendors without larger ones.
"""
import collections, gzip, hashlib, io, json, os, re, sys

LEAST_ENDPOINTS, SMALL, MOST_ENDPOINTS, OF_A_VENDOR, LONGEST = 2, 8, 900, 6, 120
METHODS = ('get', 'post', 'put', 'patch', 'delete', 'head', 'options')
PLACE = re.compile(r'\{([^}]*)\}')
# The vendors of the benchmark under all their names, companies that are theirs, and a copy of Docker's interface.
HELD_OUT = re.compile(
    r'adyen|akamai|linode|autobahn|\bbund\b|bundestag|amazon|aws|gamesparks|azure|microsoft|windows\.net|visualstudio'
    r'|appcenter|haloapi|^github\.com|lgtm|bigcommerce|atlassian|bitbucket|trello|jira|fisheye|crucible|fecru'
    r'|statuspage|opsgenie|^box\.com|coingecko|commercetools|datadog|docker|bluemix.*containers|dockstore|exoscale'
    r'|fastly|figma|flipt|freee|influx|instagram|facebook|whatsapp|^meta\b|ionos|jenkins|cybozu|kintone|klaviyo'
    r'|kubernetes|^line\.|linebiz|lyft|matrix\.org|mattermost|^neon\.|netlify|hashicorp|nomad|vault|nytimes|openai'
    r'|openstatus|^ory\.|pagerduty|paypal|braintree|izettle|polygon\.io|portone|iamport|qdrant|rundeck'
    r'|stackexchange|stackoverflow|thetvdb|tosspayments|traq|trap\.jp|twilio|sendgrid|typesense|voicevox'
)
# Ends of host names under which each name is a vendor of its own, beside those like com and co.uk.
HOSTING = ('herokuapp.com', 'appspot.com', 'github.io')
HINTS = (('uuid', r'\buuid|\bguid\b'), ('ulid', r'\bulid\b'), ('slug', r'\bslug\b'),
         ('email', r'\be-?mail address of|\bemail\b'), ('username', r'\busername\b|\blogin name\b'),
         ('sha', r'\bsha-?1?\b|commit hash'), ('country', r'country code|iso[- ]3166'),
         ('currency', r'currency code|iso[- ]4217'), ('ticker', r'ticker|stock symbol'), ('base64', r'base64'),
         ('date-time', r'timestamp|date-time'), ('date', r'yyyy-mm-dd|\bdate of\b'),
         ('language', r'language code|iso[- ]639|locale'), ('ip', r'\bip address'))


def digest(text):
    return hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()


def resolved(doc, node):
    for _ in range(8):
        if not isinstance(node, dict) or '$ref' not in node:
            return node
        at = doc
        for step in str(node['$ref']).lstrip('#/').split('/'):
            at = at.get(step.replace('~1', '/').replace('~0', '~')) if isinstance(at, dict) else None
        node = at
    return None


def base_path(doc):
    """The path of the first server, its variables at their defaults."""
    servers = doc.get('servers') or [{'url': '/'}]
    url = str(servers[0].get('url', '/'))
    for name, variable in (servers[0].get('variables') or {}).items():
        url = url.replace('{%s}' % name, str(variable.get('default', name)))
    url = re.sub(r'^[a-z]*:?//[^/]*', '', url).split('?')[0]
    return '' if '{' in url else '/' + url.strip('/') if url.strip('/') else ''


def texts(values):
    return [
        str(v)[:LONGEST] for v in values if isinstance(v, (str, int, float)) and not isinstance(v, bool) and str(v)
    ]


def vendor_of(host):
    """The registered part of a host name: two labels, or three below co.uk, gov.au and the like."""
    labels = host.split('.')
    three = re.search(r'(^|\.)(co|com|gov|org|ac|net|edu)\.[a-z]{2}$', host) or host.endswith(HOSTING)
    return '.'.join(labels[-3 if three else -2:])


def facts(doc, parameter):
    """What is said of a parameter, in the names of the compact format."""
    schema = resolved(doc, parameter.get('schema') or {}) or {}
    out = {'n': str(parameter.get('name'))[:60]}
    items = resolved(doc, schema.get('items') or {}) or {}
    if schema.get('type') == 'array':
        out['array'] = 1
        schema = dict(items, **{k: v for k, v in schema.items() if k == 'example'})
    for key, short in (('type', 'type'), ('format', 'format'), ('pattern', 'pattern'), ('minimum', 'min'),
                       ('maximum', 'max'), ('minLength', 'minLength'), ('maxLength', 'maxLength')):
        value = schema.get(key)
        if isinstance(value, (str, int, float)) and not isinstance(value, bool) and len(str(value)) <= 200:
            out[short] = value
    if isinstance(schema.get('enum'), list):
        out['enum'] = texts(schema['enum'])[:60]
    if isinstance(schema.get('default'), (str, int)) and not isinstance(schema['default'], bool):
        out['default'] = schema['default'] if isinstance(schema['default'], int) else schema['default'][:LONGEST]
    many = parameter.get('examples')
    examples = [e.get('value') for e in many.values() if isinstance(e, dict)] if isinstance(many, dict) else []
    examples = texts([parameter.get('example'), schema.get('example'), parameter.get('x-example')] + examples)
    examples = list(dict.fromkeys(e for e in examples if '{' not in e and '<' not in e and '/' not in e))[:3]
    if examples:
        out['ex'] = examples
    said = str(parameter.get('description') or '').lower()
    hint = next((word for word, rx in HINTS if re.search(rx, said)), None)
    if hint:
        out['hint'] = hint
    return out


def template(path):
    path = re.sub(r'[?#].*', '', path).replace('{?', '').strip()
    path = re.sub(r'\{[+/.;]?([^}*]*)\*?\}', r'{\1}', path)
    return '/' + path.lstrip('/')


def reduce(name, doc):
    info = doc.get('info') or {}
    vendor = str(info.get('x-providerName') or name.split('/')[0])
    base = base_path(doc)
    params, index, endpoints, seen = [], {}, [], set()
    for path, item in sorted((doc.get('paths') or {}).items()):
        if not isinstance(item, dict) or not isinstance(path, str):
            continue
        full = base + template(path)
        if len(full) > 300 or re.search(
                r'[\s"\\^`|]', full) or '}{' in full or full.count('{') != full.count('}') or not full.isascii():
            continue
        for method in METHODS:
            operation = item.get(method)
            if not isinstance(operation, dict) or (method, PLACE.sub('{}', full)) in seen:
                continue
            said = {}
            for parameter in list(item.get('parameters') or []) + list(operation.get('parameters') or []):
                parameter = resolved(doc, parameter)
                if isinstance(parameter, dict) and parameter.get('in') == 'path':
                    said[str(parameter.get('name'))] = parameter
            places = []
            for variable in PLACE.findall(full):
                of = facts(doc, said.get(variable) or {'name': variable})
                key = json.dumps(of, sort_keys=True)
                if key not in index:
                    index[key] = len(params)
                    params.append(of)
                places.append(index[key])
            seen.add((method, PLACE.sub('{}', full)))
            endpoints.append([method.upper(), full] + ([places] if places else []))
    return {
        'api': re.sub(r'[^a-z0-9.]+', '-', name.lower()).strip('-'),
        'vendor': vendor_of(vendor),
        'params': params,
        'endpoints': endpoints
    }


def bounded(api):
    """Whole resources, by the hash of their names, while there is room."""
    if len(api['endpoints']) <= MOST_ENDPOINTS:
        return api
    resources = collections.defaultdict(list)
    for endpoint in api['endpoints']:
        resources['/'.join([s for s in endpoint[1].split('/') if s and '{' not in s][:3])].append(endpoint)
    kept = []
    for key in sorted(resources, key=lambda r: digest(api['api'] + r)):
        if len(kept) + len(resources[key]) <= MOST_ENDPOINTS:
            kept += resources[key]
    return dict(api, endpoints=sorted(kept, key=lambda e: (e[1], e[0])))


def fingerprint(api):
    return {e[0] + PLACE.sub('{}', e[1]) for e in api['endpoints']}


def main():
    if sys.argv[1:2] == ['--specs'] and len(sys.argv) == 4:
        for line in gzip.open(sys.argv[2], 'rt', encoding='utf-8'):
            with open(os.path.join(sys.argv[3], json.loads(line)['api'] + '.json'), 'w', encoding='utf-8') as out:
                out.write(line)
        return
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    root = sys.argv[1]
    vendors = collections.defaultdict(list)
    for folder, _, files in sorted(os.walk(root)):
        for file in sorted(f for f in files if f.endswith('.json')):
            name = os.path.relpath(os.path.join(folder, file), root)[:-len('.json')]
            if HELD_OUT.search(name.lower()):
                continue
            with open(os.path.join(folder, file), encoding='utf-8') as text:
                doc = json.load(text)
            if isinstance(doc, dict) and 'paths' in doc:
                api = reduce(name, doc)
                if len(api['endpoints']) >= LEAST_ENDPOINTS and any(
                        '{' in e[1] for e in api['endpoints']) and not HELD_OUT.search(api['vendor']):
                    vendors[api['vendor']].append(bounded(api))
    kept, prints = [], []
    for vendor in sorted(vendors):
        taken = 0
        for api in sorted(vendors[vendor], key=lambda a: (len(a['endpoints']) < SMALL, digest(a['api']))):
            own = fingerprint(api)
            room = taken < (OF_A_VENDOR if len(api['endpoints']) >= SMALL else 1)
            if room and all(len(own & other) < 0.4 * min(len(own), len(other)) for other in prints):
                kept.append(api)
                prints.append(own)
                taken += 1
    lines = ''.join(
        json.dumps(a, separators=(',', ':'), ensure_ascii=True) + '\n' for a in sorted(kept, key=lambda a: a['api']))
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode='wb', mtime=0, compresslevel=9) as out:
        out.write(lines.encode())
    with open(sys.argv[2], 'wb') as out:
        out.write(packed.getvalue())
    print('%d interfaces of %d vendors, %d endpoints' %
          (len(kept), len({a['vendor']
                           for a in kept}), sum(len(a['endpoints']) for a in kept)),
          file=sys.stderr)


if __name__ == '__main__':
    main()
