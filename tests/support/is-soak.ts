/** Whether `npm run soak` runs the tests: then they do at full length what `npm test` does in part. */

export const isSoak = process.env['PLAINVIEW_SOAK'] === '1';
