import type { CustomRoute } from '@slack/bolt';
import type { AuditTrail } from '../audit-trail.ts';
import type { CalendarFeed, CalendarFeeds } from '../calendar/calendar-feeds.ts';
import { calendarText } from '../calendar/calendar-text.ts';
import type { Board } from '../followup/follow-up.ts';
import type { Scan } from '../followup/follow-up-records.ts';
import type { Log } from '../log.ts';
import { reportError } from './error-report.ts';

export interface CalendarRouteOptions {
  feeds: CalendarFeeds;
  /** Whether this person may still see what this board keeps; asked on every fetch. */
  maySeeBoard(person: { teamId: string; userId: string }, board: Board): Promise<boolean>;
  now(): Date;
  audit: AuditTrail;
  log: Log;
  newReference(): string;
}

type Answer = Parameters<CustomRoute['handler']>[1];

/** `GET /calendar/TOKEN.ics`: whoever has the secret reads the feed; nothing else is asked of a calendar. */
export function calendarRoute(options: CalendarRouteOptions): CustomRoute {
  return {
    path: '/calendar/:file',
    method: ['GET', 'HEAD'],
    handler: (request, answer) => {
      answerFeed(options, tokenOf(request.url), answer).catch((error) => {
        // Calendars keep what they have when a fetch fails like this.
        const reference = options.newReference();
        reportError(error, 'a calendar could not be answered', reference, options.log);
        sendText(answer, 503, `The calendar cannot be read at the moment (${reference}).`);
      });
    },
  };
}

async function answerFeed(
  { feeds, maySeeBoard, now, audit }: CalendarRouteOptions,
  token: string | undefined,
  answer: Answer,
): Promise<void> {
  const feed = token === undefined ? undefined : await feeds.find(token);
  const scans = feed && (await scansToShow(feed, feeds, maySeeBoard));
  if (!feed || !scans) {
    // One answer for all: it tells nobody whether a link was ever good.
    answer.setHeader('www-authenticate', 'CalendarLink');
    sendText(
      answer,
      401,
      'This calendar link is not valid. In Slack, write /imt-followup calendar for a new one.',
    );
    return;
  }
  audit.record({
    ...{ actor: feed.userId, teamId: feed.teamId, channelId: feed.channelId ?? '' },
    ...{ action: 'fetched', what: 'calendar', outcome: 'reply' },
    about: scans.map(({ occurrence }) => occurrence.id),
  });
  const name = feed.channelId === null ? 'IMT Board: my scans' : 'IMT Board: scans of a board';
  send(answer, 200, 'text/calendar; charset=utf-8', calendarText(name, scans, now().getTime()));
}

/** Undefined for a board that the person may not see any more. */
async function scansToShow(
  feed: CalendarFeed,
  feeds: CalendarFeeds,
  maySeeBoard: CalendarRouteOptions['maySeeBoard'],
): Promise<Scan[] | undefined> {
  const { teamId, channelId } = feed;
  if (channelId !== null && !(await maySeeBoard(feed, { teamId, channelId }))) return undefined;
  const scans = await feeds.openScans(feed);
  if (channelId !== null) return scans;
  const channelIds = [...new Set(scans.map(({ followUp }) => followUp.board.channelId))];
  const seen = await Promise.all(channelIds.map((id) => maySeeBoard(feed, { teamId, channelId: id })));
  return scans.filter(({ followUp }) => seen[channelIds.indexOf(followUp.board.channelId)]);
}

function tokenOf(url = ''): string | undefined {
  const [, token] = /^\/calendar\/([\w-]{43})\.ics(?:\?|$)/.exec(url) ?? [];
  return token;
}

const sendText = (answer: Answer, status: number, sentence: string) =>
  send(answer, status, 'text/plain; charset=utf-8', `${sentence}\n`);

function send(answer: Answer, status: number, type: string, body: string): void {
  answer.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-robots-tag': 'noindex',
    'referrer-policy': 'no-referrer',
  });
  answer.end(body);
}
