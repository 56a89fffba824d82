import { describe, expect, it } from 'vitest';
import type { MessageBlock } from '../../src/command.ts';
import type { Directory } from '../../src/sandbox/directory.ts';
import { presentMessage } from '../../src/sandbox/present.ts';
import { createUploadedFiles } from '../../src/sandbox/uploaded-files.ts';

const directory: Directory = {
  team: { id: 'T1', domain: 't', name: 'T' },
  app: { id: 'A1', botId: 'B1', userId: 'UAPP', name: 'App' },
  people: [{ id: 'U1', handle: 'ada', name: 'Ada', role: 'a role' }],
  channel: { id: 'C1', kind: 'channel', name: 'board' },
  directs: [],
};

const present = (text: string, blocks: MessageBlock[] = []) =>
  presentMessage(
    {
      ts: '1.500000',
      conversationId: 'C1',
      author: { kind: 'app', userId: 'UAPP' },
      at: new Date('2026-11-23T09:00:00Z'),
      text,
      blocks,
      visibleTo: null,
      edited: false,
      threadTs: null,
    },
    { directory, files: createUploadedFiles(() => 'an-id') },
  );

describe('a message on the page', () => {
  it('without blocks is its text, with names for ids', () => {
    expect(present('ask <@U1>').html).toContain('Ada');
  });

  it('stays text where it looks like HTML', () => {
    const { html } = present('&lt;b style="x"&gt; <script>alert(1)</script>');
    expect(html).not.toMatch(/<script|<b |style="x"/);
  });

  it('has no style attribute, which the page’s policy would refuse; its colours go another way', () => {
    const chart = {
      type: 'data_visualization',
      title: 'Doses',
      chart: {
        type: 'bar',
        series: [{ name: 'Gy', data: [{ label: 'one', value: 3 }] }],
        axis_config: { categories: ['one'] },
      },
    } as MessageBlock;
    const { html } = present('Doses', [chart]);
    expect(html).not.toContain(' style=');
    expect(html).toContain(' data-style="background-color');
  });
});
