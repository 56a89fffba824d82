import { expect, it } from 'vitest';
import { sections } from '../../src/views/block.ts';

it('a long text is divided into sections that Slack takes, and no link in it is cut', () => {
  const link = '<https://doi.org/10.1000/alpha|a name of several words>';
  const text = `${'word '.repeat(594)}${link} ${'word '.repeat(700)}end`;
  const texts = sections(text).map((section) => section.text?.text ?? '');
  expect(texts.length).toBe(3);
  expect(texts.every((part) => part.length <= 3000)).toBe(true);
  expect(texts.some((part) => part.includes(link))).toBe(true);
  expect(texts.join('')).toBe(text);
});

it('text of nothing makes no section', () => {
  expect(sections('')).toEqual([]);
  expect(sections('\n \n')).toEqual([]);
});
