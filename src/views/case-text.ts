import type { PublishedCase, RadiotherapySchedule } from '../../knowledge/schema.ts';

export function ageText({ ageYears }: PublishedCase): string {
  if (ageYears === null) return 'not reported';
  return ageYears.min === ageYears.max ? String(ageYears.min) : `${ageYears.min}–${ageYears.max}`;
}

export function sexText({ sex }: PublishedCase): string {
  if (sex === null) return 'not reported';
  if (sex.male + sex.female === 1) return sex.male === 1 ? 'M' : 'F';
  return `${sex.male} M, ${sex.female} F`;
}

/** Every schedule with its phases: `20 Gy/10F (6 of 8); 30 Gy (1 of 8)`. */
export function dosesText({ radiotherapy }: PublishedCase): string {
  if (radiotherapy.schedules.length === 0) return 'not reported';
  return radiotherapy.schedules.map(scheduleText).join('; ');
}

export function scheduleText({ phases, given, doubtful }: RadiotherapySchedule): string {
  const doses = phases.map(({ totalDoseGy, fractions }) => {
    if (totalDoseGy === null) return doubtful === null ? 'dose not reported' : 'printed dose withheld';
    return fractions === null
      ? `${totalDoseGy} Gy, fractions not printed`
      : `${totalDoseGy} Gy/${fractions}F`;
  });
  const patients = given === null ? '' : ` (${given.patients} of ${given.of})`;
  return `${doses.join(' + ')}${patients}${doubtful === null ? '' : ' ⚠'}`;
}

export function treatmentText(one: PublishedCase): string {
  const { given } = one.radiotherapy;
  const radiotherapy = given.of === 1 ? 'radiotherapy' : `radiotherapy (${given.patients} of ${given.of})`;
  const steroid =
    one.steroid.status !== 'given'
      ? null
      : one.steroid.given === null
        ? 'steroid'
        : `steroid (${one.steroid.given.patients} of ${one.steroid.given.of})`;
  const parts = [resectionText(one), steroid, radiotherapy, ...one.systemicTherapy.map(({ agent }) => agent)];
  return parts.filter((part) => part !== null).join(' + ');
}

export function resectionText({ resection }: PublishedCase): string | null {
  if (resection.extent === 'none' || resection.extent === 'not reported') return resection.printedAs;
  if (resection.extent === 'biopsy only') return 'biopsy';
  if (resection.extent === 'mixed') return resection.printedAs ?? 'surgery';
  return `${resection.extent} resection`;
}

export function outcomesText({ outcomes }: PublishedCase): string {
  const parts = outcomes.map(({ measure, operator, months }) =>
    months === null
      ? `${measure} not reported`
      : `${measure} ${operator === '=' ? '' : `${operator} `}${months} months`,
  );
  return parts.join('; ') || 'not reported';
}

export function recurrencesText({ recurrences }: PublishedCase): string {
  return (
    recurrences.map(({ group, events, n }) => `${events} of ${n} (${group})`).join('; ') || 'not counted'
  );
}
