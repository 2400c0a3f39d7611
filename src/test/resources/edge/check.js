// Checks that a script uses nothing beyond CloudFront Functions' JavaScript runtime 2.0, by its documented features of
// November 2026: node --expose-internals check.js SCRIPT. Prints what is too new, a line each.
'use strict';
const acorn = require('internal/deps/acorn/acorn/dist/acorn');
const walk = require('internal/deps/acorn/acorn-walk/dist/walk');

const NODES = new Set(['Program', 'ImportDeclaration', 'ImportDefaultSpecifier', 'VariableDeclaration',
    'VariableDeclarator', 'FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression', 'BlockStatement',
    'ExpressionStatement', 'IfStatement', 'ForStatement', 'ForInStatement', 'WhileStatement', 'DoWhileStatement',
    'ReturnStatement', 'BreakStatement', 'ContinueStatement', 'ThrowStatement', 'TryStatement', 'CatchClause',
    'SwitchStatement', 'SwitchCase', 'LabeledStatement', 'EmptyStatement', 'Identifier', 'Literal', 'TemplateLiteral',
    'TemplateElement', 'ThisExpression', 'ArrayExpression', 'ObjectExpression', 'Property', 'UnaryExpression',
    'UpdateExpression', 'BinaryExpression', 'AssignmentExpression', 'LogicalExpression', 'MemberExpression',
    'ConditionalExpression', 'CallExpression', 'NewExpression', 'SequenceExpression', 'AwaitExpression']);
const OPERATORS = new Set(['??', '??=', '||=', '&&=']);
const METHODS = new Set(['kvs', 'get', 'selectRequestOriginById', 'logCustomData', 'log', 'indexOf', 'slice', 'charAt',
    'charCodeAt', 'replace', 'toLowerCase', 'split', 'join', 'filter', 'test', 'call', 'ceil']);
const GLOBALS = new Set(['cf', 'console', 'Object', 'Math', 'Error', 'parseInt', 'parseFloat', 'encodeURIComponent']);

const text = require('fs').readFileSync(process.argv[2], 'utf8');
const tree = acorn.parse(text, { ecmaVersion: 2021, sourceType: 'module', locations: true });
const said = [];
const say = (node, what) => said.push('line ' + node.loc.start.line + ': ' + what);
const own = new Set();
walk.full(tree, node => {
    if (node.type === 'FunctionDeclaration') {
        own.add(node.id.name);
    }
});
walk.full(tree, node => {
    if (!NODES.has(node.type)) {
        say(node, node.type);
    } else if (node.type === 'ImportDeclaration'
        && !['cloudfront', 'crypto', 'querystring'].includes(node.source.value)) {
        say(node, 'import ' + node.source.value);
    } else if (OPERATORS.has(node.operator)) {
        say(node, node.operator);
    } else if (node.type === 'Property' && (node.shorthand || node.computed || node.method)) {
        say(node, 'object shorthand');
    } else if (node.optional) {
        say(node, '?.');
    } else if (node.type === 'CatchClause' && !node.param) {
        say(node, 'catch without a name');
    } else if (node.type === 'Literal' && node.regex
        && (/[^gim]/.test(node.regex.flags) || /\(\?<|\\p\{/.test(node.regex.pattern))) {
        say(node, 'regular expression ' + node.raw);
    } else if (node.type === 'CallExpression') {
        const callee = node.callee;
        const name = callee.type === 'MemberExpression' ? callee.property.name : callee.name;
        if (callee.type === 'MemberExpression' ? !METHODS.has(name) : !own.has(name) && !GLOBALS.has(name)) {
            say(node, 'call of ' + name);
        }
    }
});
// "async arguments and closures are not supported": no function within an async one.
walk.ancestor(tree, {
    Function(node, state, ancestors) {
        if (ancestors.slice(0, -1).some(outer => outer.async)) {
            say(node, 'function within an async function');
        }
    },
    Identifier(node) {
        if (node.name === 'arguments' || node.name === 'eval' || node.name === 'Function') {
            say(node, node.name);
        }
    }
});
process.stdout.write(said.join('\n'));
