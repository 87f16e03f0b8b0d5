/** A moment in words: the absolute time first, and about how long ago. */

import type { Wording } from '../i18n/words-from.ts';

/** “at 6:40 a.m.”, with its day where that is not the visitor's today. Milliseconds since 1970. */
export function atTime(wording: Wording, at: number, now: number): string {
  const { format } = wording;
  const time = format.clock(at);
  const day = format.dateOf(at);
  if (day === format.dateOf(now)) return wording.text('live.at_time', { time });
  return wording.text('live.at_day_time', { day: format.dayOfYear(day), time });
}

const HOUR_MS = 3_600_000;

/** The same of a pass: of one more than an hour ago the status tells about when it was. */
export function passTime(wording: Wording, at: number, now: number): string {
  if (now - at < HOUR_MS) return atTime(wording, at, now);
  const { format } = wording;
  const time = format.clock(at);
  const day = format.dateOf(at);
  if (day === format.dateOf(now)) return wording.text('live.about_time', { time });
  return wording.text('live.about_day_time', { day: format.dayOfYear(day), time });
}

/** As `atTime` without its preposition, for “from …” and “since …”. */
export function timeOf(wording: Wording, at: number, now: number): string {
  const { format } = wording;
  const day = format.dateOf(at);
  const time = format.clock(at);
  return day === format.dateOf(now) ? time : `${format.dayOfYear(day)}, ${time}`;
}

/** “about 25 minutes ago”: in fives, as the times themselves are. */
export function agoOf(wording: Wording, at: number, now: number): string {
  const minutes = Math.round((now - at) / 300_000) * 5;
  if (minutes < 5) return wording.text('live.just_now');
  if (minutes < 60) return wording.plural('live.minutes_ago', minutes);
  const hours = Math.round(minutes / 60);
  return hours < 48 ? wording.plural('live.hours_ago', hours) : wording.plural('live.days_ago', Math.round(hours / 24));
}
