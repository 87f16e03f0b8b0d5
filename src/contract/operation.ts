/** The parts of `city.json` for the time after a night: where the site goes, and who is told how the night ended. */

import { z } from 'zod';

/** What the publish hook finds in its environment, beside all that the night has. */
export const hookVariables = ['PLAINVIEW_SITE', 'PLAINVIEW_RELEASE', 'PLAINVIEW_DATA'] as const;

export const publishSettings = z.strictObject({
  /**
   * A program and its arguments, run in the city folder after the switch, without a shell. `$NAME` in an argument is
   * read from the environment: `$PLAINVIEW_SITE` is the folder of the new release.
   */
  command: z.array(z.string().min(1)).min(1),
  attempts: z.number().int().min(1).max(10).default(3),
  /** For each attempt. */
  timeout_seconds: z.number().int().min(1).max(21_600).default(1800),
});
export type PublishSettings = z.infer<typeof publishSettings>;

const address = z
  .string()
  .regex(/^(?:https?:\/\/\S+|\$[A-Za-z_][A-Za-z0-9_]*)$/, 'an address that begins with https://, or $NAME for one');

export const alertSettings = z.strictObject({
  /** Gets a POST when a night has failed. */
  failure_webhook: address.optional(),
  /** Gets a GET when a night was published, so that a service which waits for it can tell when none comes. */
  health_ping: address.optional(),
});
export type AlertSettings = z.infer<typeof alertSettings>;
