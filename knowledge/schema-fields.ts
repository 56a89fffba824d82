/** The fields that every kind of file under `knowledge/` has alike. */
import { z } from 'zod';

export const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected small letters, digits and single hyphens, as guo-2024');

export const text = z.string().trim().min(1, 'expected some text');

export const onDate = z.iso.date('expected a day of the calendar as 2026-11-23');

export const doi = z
  .string()
  .regex(/^10\.\d{4,9}\/\S+$/, 'expected a DOI as 10.3389/fonc.2024.1395787')
  .nullable();
