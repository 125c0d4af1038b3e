// The workload household.dmn on two other engines: node peers.mjs MODULES SECONDS. Prints lines
// "engine figure": microseconds an evaluation, of the best of many short rounds, as bench_rules.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const [modules, seconds] = [process.argv[2], Number(process.argv[3])];
const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(pathToFileURL(join(modules, 'index.js')));
const input = JSON.parse(readFileSync(join(here, 'household.json'), 'utf8'));
const model = readFileSync(join(here, 'household.dmn'), 'utf8');
const plain = (text) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
const texts = (part, tag) =>
  [...part.matchAll(new RegExp(`<${tag}[^>]*><text>(.*?)</text>`, 'g'))].map((m) => plain(m[1]));

async function best(run) {
  let least = Infinity;
  for (const end = performance.now() + seconds * 1000; performance.now() < end;) {
    const begun = performance.now();
    for (let i = 0; i < 100; i += 1) await run();
    least = Math.min(least, performance.now() - begun);
  }
  return (least * 1000) / 100;
}

function expect(engine, got) {
  if (Number(got) !== 1140) throw new Error(`${engine} gives ${got}, not 1140`);
}

// FEEL only: the table's cells are asked one by one, in the order of the model's decisions.
async function feelin() {
  const { evaluate, unaryTest } = await import(pathToFileURL(require.resolve('@bpmn-io/feelin')));
  const parts = Object.fromEntries(
    [...model.matchAll(/<decision id="\w+" name="(.*?)">(.*?)<\/decision>/gs)].map(
      (m) => [m[1], m[2]]));
  const logic = Object.fromEntries(
    Object.keys(parts).map((name) => [name, texts(parts[name], 'literalExpression')[0]]));
  const rules = [...parts['类别'].matchAll(/<rule>.*?<\/rule>/gs)]
    .map((m) => ({ tests: texts(m[0], 'inputEntry'), output: texts(m[0], 'outputEntry')[0] }));
  const columns = texts(parts['类别'], 'inputExpression');
  const run = () => {
    const names = { ...input };
    const value = (name) => { names[name] = evaluate(logic[name], names).value; };
    ['收入合计', '人均收入', '未成年人数', '残疾人数'].forEach(value);
    const values = columns.map((text) => evaluate(text, names).value);
    const rule = rules.find(({ tests }) => tests.every(
      (test, at) => test === '-' || unaryTest(test, { ...names, '?': values[at] }).value === true));
    names['类别'] = evaluate(rule.output, names).value;
    ['差额', '月金额'].forEach(value);
    return names['月金额'];
  };
  expect('feelin', run());
  console.log(`feelin ${await best(run)}`);
}

async function zen() {
  const { ZenEngine } = require('@gorules/zen-engine');
  const fields = ['per_head', 'size', 'minors', 'disabled', 'house.homes', 'house.cars'];
  const rows = [...model.matchAll(/<rule>.*?<\/rule>/gs)].map((m, at) => {
    const tests = texts(m[0], 'inputEntry').map((text) => (text === '-' ? '' : text));
    return { _id: `r${at}`, out: texts(m[0], 'outputEntry')[0],
      ...Object.fromEntries(tests.map((test, column) => [`i${column}`, test])) };
  });
  const expression = (key, value) => ({ id: key, key, value });
  const nodes = [
    { id: 'in', type: 'inputNode', name: 'in', content: {} },
    { id: 'e1', type: 'expressionNode', name: 'e1', content: { passThrough: true, expressions: [
      expression('total', 'sum(map(house.members, #.income))'),
      expression('size', 'len(house.members)'),
      expression('per_head', 'round($.total / $.size * 100) / 100'),
      expression('minors', 'count(house.members, #.age < 18)'),
      expression('disabled', 'count(house.members, #.disabled)'),
      expression('gap', 'max([standard - $.per_head, 0])')] } },
    { id: 't', type: 'decisionTableNode', name: 't', content: {
      passThrough: true, hitPolicy: 'first', rules: rows,
      inputs: fields.map((field, at) => ({ id: `i${at}`, name: field, field })),
      outputs: [{ id: 'out', name: 'kind', field: 'kind' }] } },
    { id: 'e2', type: 'expressionNode', name: 'e2', content: { passThrough: true, expressions: [
      expression('pay', 'kind == "不予" ? 0 : ceil(gap * size * (kind == "甲类" ? 1.1 : 1))')] } },
    { id: 'out', type: 'outputNode', name: 'out', content: {} }];
  const edges = ['in', 'e1', 't', 'e2'].map((sourceId, at) => (
    { id: `x${at}`, type: 'edge', sourceId, targetId: ['e1', 't', 'e2', 'out'][at] }));
  const decision = new ZenEngine().createDecision(JSON.parse(JSON.stringify({ nodes, edges })));
  const { 成员: members, 房产: homes, 车辆: cars } = input['家庭'];
  const given = { standard: input['月标准'], house: { homes, cars,
    members: members.map((one) => (
      { income: one['月收入'], age: one['年龄'], disabled: one['残疾'] })) } };
  const run = () => decision.evaluate(given);
  expect('zen-engine', (await run()).result.pay);
  console.log(`zen-engine ${await best(run)}`);
}

await feelin();
await zen();
