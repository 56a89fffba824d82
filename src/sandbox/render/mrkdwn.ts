import { Fragment, createElement as h, type ReactNode } from 'react';
import type { RenderContext } from './render-context.ts';
import { slackLink } from './slack-link.ts';
import { unescapeMrkdwn } from './unescape-mrkdwn.ts';

const fence = /```([\s\S]*?)```/;
const quoteMark = /^(?:&gt;|>) ?/;

/** Code, Slack's own markup, a styled stretch between two marks, an address; in this order. */
const inline =
  /`([^`\n]+)`|<([^<>\n]+)>|(?<![\p{L}\p{N}])([*_~])(?!\3)(?=\S)([^\n]+?)(?<=\S)\3(?![\p{L}\p{N}])|(https?:\/\/[^\s<>|]*[^\s<>|.,;:!?)\]])/u;

const styles: Readonly<Record<string, string>> = { '*': 'strong', _: 'em', '~': 's' };

/** Slack's markup as nodes. Line breaks stay characters: the style sheet keeps them. */
export function mrkdwn(text: string, context: RenderContext): ReactNode {
  const parts = text.split(fence);
  return h(
    Fragment,
    null,
    ...parts.flatMap((part, index) =>
      index % 2 === 1
        ? [h('pre', { tabIndex: 0 }, unescapeMrkdwn(part.replace(/^\n/, '')))]
        : quotedAndPlain(part, context),
    ),
  );
}

function quotedAndPlain(text: string, context: RenderContext): ReactNode[] {
  const runs: { quoted: boolean; lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const quoted = quoteMark.test(line);
    const last = runs.at(-1);
    const bare = quoted ? line.replace(quoteMark, '') : line;
    if (last?.quoted === quoted) last.lines.push(bare);
    else runs.push({ quoted, lines: [bare] });
  }
  return runs.map(({ quoted, lines }) =>
    h(quoted ? 'blockquote' : Fragment, null, ...inlineNodes(lines.join('\n'), context)),
  );
}

function inlineNodes(text: string, context: RenderContext): ReactNode[] {
  const nodes: ReactNode[] = [];
  let rest = text;
  for (let found = inline.exec(rest); found !== null; found = inline.exec(rest)) {
    const [whole, code, markup, mark = '', styled = '', address] = found;
    nodes.push(unescapeMrkdwn(rest.slice(0, found.index)));
    rest = rest.slice(found.index + whole.length);
    if (code !== undefined) nodes.push(h('code', null, unescapeMrkdwn(code)));
    else if (markup !== undefined) nodes.push(slackLink(markup, context));
    else if (address !== undefined) nodes.push(slackLink(address, context));
    else nodes.push(h(styles[mark] ?? 'span', null, ...inlineNodes(styled, context)));
  }
  return [...nodes, unescapeMrkdwn(rest)];
}
