import { isDeepStrictEqual } from 'node:util';
import { childPath, type Problem } from './problem.ts';
import type { CrossRule, JsonObject } from './rule.ts';
import { visibleText } from './visible-text.ts';

const objectsIn = (value: unknown): JsonObject[] =>
  Array.isArray(value)
    ? value.filter((one): one is JsonObject => one !== null && typeof one === 'object')
    : [];

const repeated = (values: readonly unknown[]): number =>
  values.findIndex((value, index) => value !== undefined && values.indexOf(value) < index);

/** Two controls of one block with one `action_id` could not be told apart when pressed. */
export function uniqueActionIds(field: string): CrossRule {
  return uniqueLabels(field, 'action_id');
}

export function uniqueLabels(field: string, label: string): CrossRule {
  return (object, path) => {
    const index = repeated(objectsIn(object[field]).map((one) => one[label]));
    if (index < 0) return [];
    const at = childPath(`${childPath(path, field)}[${index}]`, label);
    return [{ path: at, expected: 'one that no neighbour has', got: 'a repeated one' }];
  };
}

/** What is chosen at first must be, letter for letter, one of the options. */
export const initialIsOffered: CrossRule = (object, path) => {
  const offered = [
    ...objectsIn(object.options),
    ...objectsIn(object.option_groups).flatMap((group) => objectsIn(group.options)),
  ];
  return ['initial_option', 'initial_options'].flatMap((field) => {
    const initial = object[field] === undefined ? [] : [object[field]].flat();
    return initial.every((one) => offered.some((option) => isDeepStrictEqual(option, one)))
      ? []
      : [{ path: childPath(path, field), expected: 'one of the options', got: 'another' }];
  });
};

/** Every row as long as the header, plain text in the header, the row's name in a column that exists. */
export const tableIsEven: CrossRule = (object, path) => {
  const rows = object.rows as JsonObject[][];
  const [header = []] = rows;
  const named = object.row_header_column_index;
  return [
    ...rows.flatMap((row, index) =>
      row.length === header.length
        ? []
        : [
            {
              path: `${childPath(path, 'rows')}[${index}]`,
              expected: `${header.length} cells, as in the header`,
              got: `${row.length}`,
            },
          ],
    ),
    ...header.flatMap((cell, column) =>
      cell.type === 'rich_text'
        ? [
            {
              path: `${childPath(path, 'rows')}[0][${column}]`,
              expected: 'raw_text or raw_number in the header',
              got: 'rich_text',
            },
          ]
        : [],
    ),
    ...(typeof named === 'number' && named >= header.length
      ? [
          {
            path: childPath(path, 'row_header_column_index'),
            expected: `at most ${header.length - 1}`,
            got: `${named}`,
          },
        ]
      : []),
  ];
};

export function tableTextFits(most: number): CrossRule {
  return ({ rows }, path) => {
    const length = visibleText(rows).reduce((sum, text) => sum + text.length, 0);
    return length <= most
      ? []
      : [
          {
            path: childPath(path, 'rows'),
            expected: `at most ${most} characters in all cells`,
            got: `${length}`,
          },
        ];
  };
}

export const onePointPerCategory: CrossRule = ({ series, axis_config }, path) => {
  const categories = (axis_config as { categories: string[] }).categories;
  const problems: Problem[] = [];
  const again = repeated(categories);
  if (again >= 0)
    problems.push({
      path: `${childPath(path, 'axis_config')}.categories[${again}]`,
      expected: 'one that no neighbour has',
      got: 'a repeated one',
    });
  for (const [index, { data }] of objectsIn(series).entries()) {
    const labels = objectsIn(data).map(({ label }) => label);
    if (labels.length !== categories.length || categories.some((category) => !labels.includes(category)))
      problems.push({
        path: `${childPath(path, 'series')}[${index}].data`,
        expected: `one point for each of the ${categories.length} categories`,
        got: `${labels.length} points`,
      });
  }
  return problems;
};
