import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { escapeMrkdwn } from '../../src/views/escape-mrkdwn.ts';
import { firstInTime } from '../support/first-in-time.ts';
import { readerApp } from '../support/reader-app.ts';
import { carriedBy } from '../support/shown-answer.ts';
import { invalidBlocks } from '../support/slack-stand-in.ts';

const knowledge = loadKnowledge(new URL('../../knowledge/', import.meta.url));
const reader = readerApp('/imt', knowledge);
const { typed, answer, opened } = reader;

describe('a board member', () => {
  it('reads the summary of radiotherapy, privately, with its source lines and standing', async () => {
    const { visibility, blocks, written } = await typed('radiotherapy');
    expect(visibility).toBe('ephemeral');
    expect(blocks[0]).toMatchObject({ type: 'header' });
    expect(written).toContain('Key figures');
    expect(written).toContain('https://doi.org/10.3389/fonc.2024.1395787');
    expect(written).toContain('not reviewed by a clinician');
    expect(written).toContain(knowledge.version.hash);
    expect(written).toContain('Statements disagree');
  });

  it('is acknowledged within 500 ms and answered within a second', async () => {
    const asked = async () => {
      const startedAt = performance.now();
      expect((await reader.app.type('/imt', 'radiotherapy')).status).toBe(200);
      const ackedMs = performance.now() - startedAt;
      return { ackedMs, tookMs: (await answer()).receivedAtMs - startedAt };
    };
    const inTime = (one: { ackedMs: number; tookMs: number }) => one.ackedMs < 500 && one.tookMs < 1000;
    const { ackedMs, tookMs } = await firstInTime(asked, inTime);
    expect(ackedMs).toBeLessThan(500);
    expect(tookMs).toBeLessThan(1000);
  });

  it('opens the statements behind the key figures, and the source of one', async () => {
    const topic = carriedBy('imt.key-figures', (await typed('radiotherapy')).written);
    await reader.app.press({ action_id: 'imt.key-figures', value: topic });
    const claimId = carriedBy('imt.source', (await opened()).written);
    await reader.app.press({ action_id: 'imt.source', value: claimId });
    const { view, written } = await opened();
    expect(view.title.text).toBe('Source');
    expect(written).toContain(claimId);
    expect(written).toContain('Evidence level');
    expect(written).toContain('https://doi.org/10.');
  });

  it('sees both sides of a disagreement', async () => {
    const topic = carriedBy('imt.conflicts', (await typed('radiotherapy')).written);
    await reader.app.press({ action_id: 'imt.conflicts', value: topic });
    const conflictId = carriedBy('imt.conflict', (await opened()).written);
    await reader.app.press({ action_id: 'imt.conflict', value: conflictId });
    expect((await opened()).written).toContain('Likely reason');
  });

  it('turns the pages to the end, and meets every statement of the topic', async () => {
    const seen: string[] = [];
    let page = await typed('radiotherapy');
    for (;;) {
      seen.push(
        ...[...page.written.matchAll(/"action_id":"imt.source","value":"([^"]+)"/g)].map(
          ([, id]) => id ?? '',
        ),
      );
      if (!page.written.includes('imt.more')) break;
      await reader.app.press({ action_id: 'imt.more', value: carriedBy('imt.more', page.written) });
      page = await answer();
    }
    const held = [...knowledge.claims.values()]
      .filter(({ topic }) => topic === 'radiotherapy')
      .map(({ id }) => id);
    expect(seen.toSorted()).toEqual(held.toSorted());
  });

  it('shares the page with the channel, under their own name, and without a second share button', async () => {
    const value = carriedBy('imt.share-topic', (await typed('radiotherapy')).written);
    await reader.app.press({ action_id: 'imt.share-topic', value });
    const { visibility, written } = await answer();
    expect(visibility).toBe('in_channel');
    expect(written).toContain('Shared by <@U1>');
    expect(written).toContain('imt.key-figures');
    expect(written).not.toContain('imt.share-topic');
  });

  it('reads the nine published schedules as a table, each warning under it, and opens a row', async () => {
    const { blocks, written } = await typed('table');
    const table = blocks.find(({ type }) => type === 'data_table');
    expect(table).toMatchObject({ rows: { length: 10 } });
    for (const label of ['Gabel 2015', 'Strianese 2018', 'Lee 2006'])
      expect(written).toMatch(new RegExp(`⚠ \\*[^*]*${label}[^*]*:\\*`));
    await reader.app.press({
      type: 'static_select',
      action_id: 'imt.case',
      selected_option: { text: { type: 'plain_text', text: 'x' }, value: [...knowledge.cases.keys()][0] },
    });
    expect((await opened()).written).toContain('Primary publication');
  });

  it('gets the table as plain text when Slack does not render it', async () => {
    reader.app.slack.failNext('response_url', invalidBlocks);
    const { blocks, written } = await typed('table');
    expect(blocks.map(({ type }) => type)).not.toContain('data_table');
    for (const { label } of knowledge.cases.values()) expect(written).toContain(label);
  });

  it('is offered the nearest topics for a name that is none', async () => {
    const reply = await typed('radiotherpay');
    expect(reply.written).toContain('There is no topic of that name');
    expect(carriedBy('imt.topic', reply.written)).toBe('radiotherapy');
    await reader.app.press({ action_id: 'imt.topic', value: 'radiotherapy' });
    expect((await answer()).written).toContain('Key figures');
  });

  it('is answered when they write a question, and by a word that is no topic but is held', async () => {
    expect((await typed('what dose of radiation did Lee use?')).written).toContain('guo-2024-row-lee-2006');
    const { written } = await typed('SUVmax');
    expect(written).toContain('*≈ 13.4 SUVmax* of the mass on PET/CT');
    await reader.app.press({ action_id: 'imt.key-figures', value: carriedBy('imt.key-figures', written) });
    expect((await opened()).written).toContain('guo-2024-case-pet-suv');
  });

  it('finds all topics and commands in help', async () => {
    for (const text of ['', 'help', ' HELP ']) {
      const { written } = await typed(text);
      for (const { id } of knowledge.topics) expect(written).toContain(`/imt ${id}`);
      for (const { name, examples } of commands) {
        const listed = examples.filter(({ text: one }) => written.includes(escapeMrkdwn(one)));
        expect(listed).toEqual(examples.slice(0, 6));
        expect(written.includes(`\`${name} help\` ${examples.length - 6} more`)).toBe(examples.length > 6);
      }
    }
  });

  it('finds the rest of a long command behind its own help', async () => {
    for (const { name, examples } of commands.filter((one) => one.examples.length > 6)) {
      await reader.app.type(name, 'help');
      const { written } = await answer();
      for (const { text: example } of examples) expect(written).toContain(escapeMrkdwn(example));
    }
  });

  it('is told when a button is older than the knowledge base', async () => {
    await reader.app.press({ action_id: 'imt.source', value: 'no-such-claim' });
    const { body } = await reader.app.slack.nextPost();
    expect(body.response_type).toBe('ephemeral');
    expect(body.text).toContain('The knowledge base has changed since that was shown');
  });

  it('never gets back what they typed as a mention or a link', async () => {
    const { written } = await typed('<!channel> <@U2> https://evil.example radiotherapy');
    expect(written).not.toMatch(/<!channel>|<@U2>|evil\.example/);
  });
});
