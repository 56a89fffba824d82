import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseKeyRing } from '../../../src/store/sealing/key-ring.ts';
import { createSealing } from '../../../src/store/sealing/sealing.ts';

const [older, newer] = [randomBytes(32), randomBytes(32)].map((key) => key.toString('base64'));
const ofOlder = createSealing(parseKeyRing(`1:${older}`));
const ofBoth = createSealing(parseKeyRing(`2:${newer},1:${older}`));
const ofNewer = createSealing(parseKeyRing(`2:${newer}`));
const place = { table: 'followUp', column: 'caseCode', row: '["T1","C1","f1"]' };

describe('a sealed value', () => {
  it('opens to the very text, whatever the text is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const wellFormed = text.toWellFormed();
        expect(ofOlder.open(place, ofOlder.seal(place, wellFormed))).toBe(wellFormed);
      }),
    );
  });

  it('shows nothing of the text, and differs each time', () => {
    const [one, other] = [ofOlder.seal(place, 'CASE-12'), ofOlder.seal(place, 'CASE-12')];
    expect(one).not.toContain('CASE');
    expect(one).not.toBe(other);
  });

  it.each([
    ['table', { table: 'occurrence' }],
    ['column', { column: 'anchor' }],
    ['row', { row: '["T1","C1","f2"]' }],
  ])('does not open in another %s', (_, elsewhere) => {
    const sealed = ofOlder.seal(place, 'CASE-12');
    expect(() => ofOlder.open({ ...place, ...elsewhere }, sealed)).toThrow('was altered, or moved');
  });

  it('does not open when any of its bytes was changed', () => {
    const sealed = ofOlder.seal(place, 'CASE-12');
    const bytes = Buffer.from(sealed.slice(2), 'base64url');
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => ofOlder.open(place, `1.${changed.toString('base64url')}`)).toThrow();
    }
  });

  it('does not open when it was cut short', () => {
    const sealed = ofOlder.seal(place, 'CASE-12');
    for (let length = 0; length < sealed.length; length++)
      expect(() => ofOlder.open(place, sealed.slice(0, length))).toThrow();
  });

  it('opens with every key of the ring, and with no other', () => {
    const sealed = ofOlder.seal(place, 'CASE-12');
    expect(ofBoth.open(place, sealed)).toBe('CASE-12');
    expect(() => ofNewer.open(place, sealed)).toThrow('no key of ENCRYPTION_KEYS opens followUp.caseCode');
  });

  it('says nothing of the text when it does not open', () => {
    const sealed = ofOlder.seal(place, 'CASE-12');
    expect(() => ofNewer.open(place, sealed)).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining('CASE') }),
    );
  });
});

describe('the index of a sealed column', () => {
  it('is the same for equal texts and shows nothing of them', () => {
    expect(ofOlder.index('board', 'CASE-12')).toBe(ofOlder.index('board', 'CASE-12'));
    expect(ofOlder.index('board', 'CASE-12')).not.toBe(ofOlder.index('board', 'CASE-13'));
    expect(ofOlder.index('board', 'CASE-12')).not.toContain('CASE');
  });

  it('differs between boards, so that nobody can tell that they discuss the same case', () => {
    expect(ofOlder.index('one board', 'CASE-12')).not.toBe(ofOlder.index('another', 'CASE-12'));
  });

  it('is searched under every key while an older one is still about', () => {
    expect(ofBoth.indexes('board', 'CASE-12')).toContain(ofOlder.index('board', 'CASE-12'));
    expect(ofBoth.index('board', 'CASE-12')).toBe(ofNewer.index('board', 'CASE-12'));
  });
});
