import { describe, expect, it } from 'vitest';
import { samePerson } from '../../src/evidence/same-person.ts';

const bothWays = (one: string, other: string) => [samePerson(one, other), samePerson(other, one)];

describe('two written names', () => {
  it.each([
    ['Dr. Ingrid Sommer', 'I. Sommer'],
    ['Dr. Ingrid Sommer', 'I Sommer'],
    ['Dr. Ingrid Sommer', 'Sommer I'],
    ['Dr. Ingrid Sommer', 'Sommer, I.'],
    ['Dr. Ingrid Sommer', 'SOMMER I'],
    ['Dr. Ingrid Sommer', 'i. sommer'],
    ['Prof. Ingrid Maria Sommer', 'I. M. Sommer'],
    ['Ingrid Maria Sommer', 'I.M. Sommer'],
    ['Ingrid Maria Sommer', 'Sommer IM'],
    ['Ingrid Maria Sommer', 'im sommer'],
    ['Ingrid Maria Sommer', 'Ingrid Sommer'],
    ['Ingrid Maria Sommer', 'I. Sommer'],
    ['Ingrid Sommer', 'IM Sommer'],
    ['Ingrid Maria Sommer', 'Ingrid M. Sommer, MD, PhD'],
    ['Ingrid Sommer', 'Ingr. Sommer'],
    ['Hans-Peter Sommer', 'HP Sommer'],
    ['Hans-Peter Sommer', 'H.-P. Sommer'],
    ['Ingrid Sommer-Winter', 'I. Sommer'],
    ['I. Sommer', 'Sommer I'],
    ['Íngrid Sommer', 'sommer, ingrid'],
    ['Jürgen Müller', 'J. Mueller'],
    ['Ingrid Sommer', 'I. S.'],
    ['Ingrid Sommer', 'Sommer'],
    ['Pat O’Brien', "P. O'Brien"],
  ])('are of the same person: %s, %s', (one, other) => {
    expect(bothWays(one, other)).toEqual([true, true]);
  });

  it.each([
    ['Ingrid Sommer', 'Anna Sommer'],
    ['Ingrid Sommer', 'A. Sommer'],
    ['Ingrid Sommer', 'Sommer A'],
    ['Ingrid Sommer', 'Ingrid Winter'],
    ['Ingrid Sommer', 'I. Winter'],
    ['Ingrid Sommer', 'I. Sommerfeld'],
    ['Ingrid Maria Sommer', 'I. A. Sommer'],
    ['Ingrid Maria Sommer', 'Sommer IA'],
    ['Ingrid Maria Sommer', 'Ingrid Anna Sommer'],
    ['Hans-Peter Sommer', 'Hans-Jürgen Sommer'],
    ['Bo Li', 'Bo Lind'],
    ['Bo Lind', 'Ben Otto Lind'],
    ['Ann Lee', 'Anna Lee'],
    ['Ada Byrne', 'Bo Byrne'],
    ['Wei Wang', 'Wen Wang'],
    ['Dr. Ingrid Sommer', 'Dr.'],
  ])('are of two persons: %s, %s', (one, other) => {
    expect(bothWays(one, other)).toEqual([false, false]);
  });

  it('of many letters are compared at once', () => {
    const many = Array.from({ length: 39 }, () => 'a').join(' ');
    expect(bothWays(`${many} b`, `${many} c`)).toEqual([false, false]);
  });
});
