// Checks templates and OpenAPI documents against the schemas of others: node check.mjs MODULES FOLDER
// CloudFormation: the resource types of @aws-cdk/aws-service-spec. Terraform: those of @cdktn/provider-aws. OpenAPI:
// @seriousme/openapi-schema-validator. Prints a line for each fault, and at the end what was checked.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [modules, folder] = process.argv.slice(2);
const require = createRequire(path.join(modules, 'index.js'));
const load = name => import(pathToFileURL(require.resolve(name)));
const { loadAwsServiceSpecSync } = await load('@aws-cdk/aws-service-spec');
const { Validator } = await load('@seriousme/openapi-schema-validator');
const YAML = (await load('yaml')).default ?? await load('yaml');
const specification = loadAwsServiceSpecSync();
const provider = path.join(modules, 'package', 'lib');

const counts = { resources: 0, arguments: 0, documents: 0 };
const fault = (where, text) => console.log(`${where}: ${text}`);

// --- CloudFormation

const isFunction = value => value !== null && typeof value === 'object' && !Array.isArray(value)
    && Object.keys(value).length === 1 && /^(Ref|Fn::\w+)$/.test(Object.keys(value)[0]);

function checkValue(value, type, where) {
    counts.arguments++;
    if (isFunction(value)) return;
    switch (type.type) {
        case 'string': case 'date-time':
            if (typeof value !== 'string') fault(where, `a ${typeof value} where a string belongs`);
            break;
        case 'number': case 'integer':
            if (typeof value !== 'number') fault(where, `a ${typeof value} where a number belongs`);
            break;
        case 'boolean':
            if (typeof value !== 'boolean') fault(where, `a ${typeof value} where a boolean belongs`);
            break;
        case 'array':
            if (!Array.isArray(value)) fault(where, 'no list');
            else value.forEach((each, at) => checkValue(each, type.element, `${where}[${at}]`));
            break;
        case 'map':
            Object.entries(value).forEach(([name, each]) => checkValue(each, type.element, `${where}.${name}`));
            break;
        case 'ref':
            checkProperties(value, specification.get('typeDefinition', type.reference.$ref).properties, where);
            break;
        default: // any JSON, or one of several types
    }
}

function checkProperties(values, properties, where) {
    if (typeof values !== 'object' || Array.isArray(values)) return fault(where, 'no properties');
    for (const [name, value] of Object.entries(values)) {
        if (properties[name]) checkValue(value, properties[name].type, `${where}.${name}`);
        else fault(where, `there is no property ${name}`);
    }
    for (const [name, property] of Object.entries(properties)) {
        if (property.required && !(name in values)) fault(where, `the property ${name} is missing`);
    }
}

function checkReferences(value, template, where) {
    if (value === null || typeof value !== 'object') return;
    const known = name => name.startsWith('AWS::') || name in (template.Parameters ?? {}) || name in template.Resources;
    const attribute = (id, name) => {
        const resource = template.Resources[id];
        const type = resource && resourceType(resource.Type);
        const isKnown = resource && (resource.Type.startsWith('AWS::Serverless') || type && name in type.attributes);
        // SAM makes the URL and the role of a function.
        if (!isKnown && !(template.Transform && template.Resources[id.replace(/(Url|Role)$/, '')]))
            fault(where, `nothing has ${id}.${name}`);
    };
    if ('Ref' in value && !known(value.Ref)) fault(where, `there is no ${value.Ref}`);
    if ('Fn::GetAtt' in value) attribute(...value['Fn::GetAtt']);
    if ('Fn::Sub' in value) {
        for (const [, name] of value['Fn::Sub'].matchAll(/\$\{([^!}][^}]*)\}/g)) {
            if (name.includes('.')) attribute(...name.split('.'));
            else if (!known(name)) fault(where, `there is no ${name}`);
        }
    }
    Object.values(value).forEach(each => checkReferences(each, template, where));
}

function resourceType(name) {
    const found = specification.lookup('resource', 'cloudFormationType', 'equals', name);
    return found.length === 1 ? found.only() : null;
}

function checkTemplate(template, where) {
    for (const [id, resource] of Object.entries(template.Resources)) {
        counts.resources++;
        const at = `${where} ${id}`;
        if (!/^[A-Za-z0-9]{1,255}$/.test(id)) fault(at, 'no logical ID');
        if (!resource.Type.startsWith('AWS::Serverless::')) {
            const type = resourceType(resource.Type);
            if (type) checkProperties(resource.Properties, type.properties, at);
            else fault(at, `there is no type ${resource.Type}`);
        }
        for (const name of resource.DependsOn ?? []) {
            if (!(name in template.Resources)) fault(at, `depends on ${name}, which is missing`);
        }
        documents.push([at, resource.Properties.Body ?? resource.Properties.DefinitionBody]);
    }
    checkReferences(template, template, where);
    const used = JSON.stringify([template.Resources, template.Globals ?? {}]);
    for (const [name, parameter] of Object.entries(template.Parameters ?? {})) {
        if (!used.includes(`"Ref":"${name}"`) && !used.includes('${' + name)) fault(where, `${name} is not used`);
        if (!parameter.Type) fault(where, `${name} has no type`);
    }
}

// --- Terraform

const camel = name => name.replace(/_([a-z0-9])/g, (all, letter) => letter.toUpperCase());
const declarations = new Map();

function declaration(kind, type) {
    const prefix = kind === 'data' ? 'data-' : '';
    const name = prefix + type.replace(/_/g, '-').replace(/^(aws-)/, kind === 'data' ? '$1' : '');
    const file = path.join(provider, name, 'index.d.ts');
    if (!declarations.has(file)) declarations.set(file, fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : null);
    return declarations.get(file);
}

function members(text, head) {
    const start = text.search(head);
    if (start < 0) return null;
    const body = text.slice(start, text.indexOf('\n}', start));
    return Object.fromEntries([...body.matchAll(/^    readonly (\w+)(\??): ([^;]*)/gm)]
        .map(([, name, optional, type]) => [name, { required: !optional, type: type.trim() }]));
}

function checkArguments(block, known, text, where) {
    for (const [name, value] of Object.entries(block)) {
        counts.arguments++;
        const member = known[camel(name)];
        if (!member) {
            if (!['lifecycle', 'depends_on'].includes(name)) fault(where, `there is no argument ${name}`);
            continue;
        }
        const type = member.type;
        const expression = typeof value === 'string' && /^\$\{[^}]*\}$/.test(value);
        if (/^number/.test(type) && typeof value !== 'number' && !expression) fault(where, `${name} is no number`);
        if (/^boolean/.test(type) && typeof value !== 'boolean') fault(where, `${name} is no boolean`);
        if (/^string$/.test(type) && typeof value !== 'string') fault(where, `${name} is no string`);
        if (/^string\[\]/.test(type) && !Array.isArray(value) && !expression) fault(where, `${name} is no list`);
        const nested = type.match(/^(\w+)(\[\])?( \| \w+\.IResolvable)?$/);
        const of = nested && members(text, new RegExp(`export interface ${nested[1]} \\{`));
        if (of) [value].flat().forEach(each => checkArguments(each, of, text, `${where}.${name}`));
    }
    for (const [name, member] of Object.entries(known)) {
        if (member.required && !Object.keys(block).some(each => camel(each) === name)) {
            fault(where, `the argument ${name} is missing`);
        }
    }
}

function checkModule(files, where) {
    const all = { resource: {}, variable: {}, data: {} };
    for (const file of Object.values(files)) {
        for (const kind of Object.keys(all)) {
            for (const [type, named] of Object.entries(file[kind] ?? {})) {
                all[kind][type] = { ...all[kind][type], ...named };
            }
        }
    }
    for (const kind of ['resource', 'data']) {
        for (const [type, named] of Object.entries(all[kind])) {
            const text = declaration(kind, type);
            const known = text && members(text, /export interface \w+Config extends \w+\.TerraformMetaArguments/);
            if (!known) fault(where, `there is no ${kind} ${type}`);
            for (const [name, block] of Object.entries(named)) {
                counts.resources++;
                if (!/^[A-Za-z_][\w-]*$/.test(name)) fault(where, `${name} is no name`);
                if (known) checkArguments(block, known, text, `${where} ${type}.${name}`);
                if (block.body) {
                    documents.push([`${where} ${name}`,
                        JSON.parse(block.body.replace(/\$\{jsonencode\([^)]*\)\}/g, '[]'))]);
                }
            }
        }
    }
    const used = JSON.stringify(Object.values(files).map(file => [file.resource ?? {}, file.output ?? {}]));
    for (const [, name] of used.matchAll(/(?<!\$)\$\{(?:jsonencode\()?var\.(\w+)\)?\}/g)) {
        if (!all.variable[name]) fault(where, `there is no variable ${name}`);
    }
    for (const name of Object.keys(all.variable)) {
        if (!used.includes(`var.${name}`)) fault(where, `the variable ${name} is not used`);
    }
    for (const [, data, type, name, attribute] of
            used.matchAll(/(?<!\$)\$\{(?:sha1\()?(data\.)?(aws_\w+)\.([\w-]+)\.(\w+)\)?\}/g)) {
        const kind = data ? 'data' : 'resource';
        const text = declaration(kind, type);
        if (!all[kind][type]?.[name]) fault(where, `there is no ${type}.${name}`);
        const getter = new RegExp(`get ${camel(attribute)}\\(\\)`);
        if (!text || !getter.test(text)) fault(where, `${type} has no ${attribute}`);
    }
}

// --- OpenAPI

const documents = [];
const plain = value => isFunction(value) ? String(Object.values(value)[0])
    : Array.isArray(value) ? value.map(plain)
    : value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, plain(v)]))
    : value;

async function checkDocuments() {
    for (const [where, document] of documents.filter(([, each]) => each)) {
        counts.documents++;
        const result = await new Validator().validate(plain(document));
        if (!result.valid) fault(where, JSON.stringify(result.errors).slice(0, 500));
    }
}

for (const name of fs.readdirSync(folder).sort()) {
    const place = path.join(folder, name);
    const files = fs.statSync(place).isDirectory()
        ? fs.readdirSync(place).sort().map(each => path.join(place, each)) : [place];
    const module = {};
    for (const file of files) {
        const text = fs.readFileSync(file, 'utf8');
        const where = path.relative(folder, file);
        if (file.endsWith('.yaml')) checkTemplate(YAML.parse(text), where);
        else if (file.endsWith('.tf.json')) module[where] = JSON.parse(text);
        else documents.push([where, JSON.parse(text)]);
    }
    if (Object.keys(module).length) checkModule(module, name);
}
await checkDocuments();
console.log(`checked: ${counts.resources} resources, ${counts.arguments} values, ${counts.documents} documents`);
