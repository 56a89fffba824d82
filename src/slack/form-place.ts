import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { Asker } from './asker.ts';

/** Slack does not say with a submitted dialog where it was opened, so the dialog carries it. */
const Place = z.object({
  channelId: z.string(),
  responseUrl: z.string().optional(),
  onMessage: z.boolean(),
  value: z.string(),
});

export type FormPlace = z.infer<typeof Place>;

/** The same dialog, with where it is opened beside what it carries itself; one that only shows stays as it is. */
export function rememberPlace(
  view: ModalView,
  { channelId, responseUrl, onMessage }: Pick<Asker, 'channelId' | 'responseUrl' | 'onMessage'>,
): ModalView {
  if (view.callback_id === undefined) return view;
  const place: FormPlace = { channelId, responseUrl, onMessage, value: view.private_metadata ?? '' };
  return { ...view, private_metadata: JSON.stringify(place) };
}

/** Where a submitted dialog was opened, and what it carries; nothing for one that this version did not open. */
export function placeOf(privateMetadata: string): FormPlace | undefined {
  try {
    return Place.safeParse(JSON.parse(privateMetadata)).data;
  } catch {
    return undefined;
  }
}
