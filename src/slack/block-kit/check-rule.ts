import { blocks } from './blocks.ts';
import { elements } from './elements.ts';
import { childPath, namedType, type Problem, shapeOf } from './problem.ts';
import { richTextParts, richTextPieces } from './rich-text.ts';
import type { JsonObject, Rule, Shape, Surface, Table, TableName } from './rule.ts';
import { cells, charts } from './tables-and-charts.ts';

const tables: Readonly<Record<TableName, Table>> = {
  block: blocks,
  element: elements,
  cell: { ...cells, rich_text: blocks.rich_text ?? {} },
  rich: richTextParts,
  piece: richTextPieces,
  chart: charts,
};

export function isObject(value: unknown): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** What in a value breaks a rule. It throws on no JSON whatever. */
export function checkRule(rule: Rule, value: unknown, path: string, surface: Surface): Problem[] {
  const refuse = (expected: string, got = shapeOf(value)): Problem[] => [{ path, expected, got }];
  switch (rule.is) {
    case 'text':
      return isObject(value) &&
        typeof value.type === 'string' &&
        rule.kinds.some((kind) => kind === value.type)
        ? checkTextObject(rule.most, value, path, surface)
        : refuse(
            `a ${rule.kinds.join(' or ')} text object`,
            isObject(value) ? namedType(value.type) : undefined,
          );
    case 'string':
      if (typeof value !== 'string') return refuse('a string');
      if (value.length > rule.most || value.length < rule.least || (rule.shown && value.trim() === ''))
        return refuse(`${rule.least} to ${rule.most} characters`);
      return rule.pattern && !rule.pattern.test(value) ? refuse(`a string like ${rule.pattern.source}`) : [];
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value) || (rule.whole && !Number.isInteger(value)))
        return refuse(rule.whole ? 'a whole number' : 'a number');
      return value < rule.least || value > rule.most
        ? refuse(`${rule.least} to ${rule.most}`, String(value))
        : [];
    case 'choice':
      return rule.of.some((one) => one === value) ? [] : refuse(`one of ${rule.of.join(', ')}`);
    case 'list':
      if (!Array.isArray(value)) return refuse('a list');
      if (value.length < rule.least || value.length > rule.most)
        return refuse(`${rule.least} to ${rule.most} of them`, `${value.length}`);
      return value.flatMap((one, index) => checkRule(rule.of, one, `${path}[${index}]`, surface));
    case 'object':
      return isObject(value) ? checkShape(rule.shape, value, path, surface) : refuse('an object');
    case 'typed':
      return checkTyped(rule, value, path, surface);
  }
}

function checkTextObject(most: number, value: JsonObject, path: string, surface: Surface): Problem[] {
  const shape = elements[String(value.type)] ?? {};
  const text: Rule = { is: 'string', least: 1, most, shown: true };
  return checkShape({ ...shape, required: { text } }, value, path, surface);
}

function checkTyped(
  { table, types }: Extract<Rule, { is: 'typed' }>,
  value: unknown,
  path: string,
  surface: Surface,
): Problem[] {
  if (!isObject(value)) return [{ path, expected: 'an object with a type', got: shapeOf(value) }];
  const { type } = value;
  const shape = typeof type === 'string' && types.includes(type) ? tables[table][type] : undefined;
  const at = childPath(path, 'type');
  if (shape === undefined)
    return [{ path: at, expected: `a type allowed here: ${types.join(', ')}`, got: namedType(type) }];
  if (shape.surfaces && !shape.surfaces.includes(surface))
    return [
      {
        path: at,
        expected: `a block for a ${surface}`,
        got: `one for a ${shape.surfaces.join(' or ')} only`,
      },
    ];
  return checkShape(shape, value, path, surface);
}

function checkShape(shape: Shape, value: JsonObject, path: string, surface: Surface): Problem[] {
  const { required = {}, optional = {}, anyOf = [], notTogether = [], between = [] } = shape;
  const present = (name: string) => value[name] !== undefined;
  const problems = [
    ...Object.entries(required).flatMap(([name, rule]) =>
      checkRule(rule, value[name], childPath(path, name), surface),
    ),
    ...Object.entries(optional).flatMap(([name, rule]) =>
      present(name) ? checkRule(rule, value[name], childPath(path, name), surface) : [],
    ),
    ...Object.keys(value)
      .filter((name) => name !== 'type' && !Object.hasOwn(required, name) && !Object.hasOwn(optional, name))
      .map((name) => ({ path: childPath(path, name), expected: 'no such field', got: shapeOf(value[name]) })),
    ...(anyOf.length > 0 && !anyOf.some(present)
      ? [{ path, expected: `at least one of ${anyOf.join(', ')}`, got: 'none' }]
      : []),
    ...(notTogether.filter(present).length > 1
      ? [{ path, expected: `one of ${notTogether.join(', ')}`, got: 'several' }]
      : []),
  ];
  // Rules between fields may rely on each field being right by itself.
  return problems.length > 0 ? problems : between.flatMap((rule) => rule(value, path));
}
