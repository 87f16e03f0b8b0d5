/** The bare floor of a pull: asks the fake for every case in bulk, one answer after the other, and throws them away. */

const [, , url = ''] = process.argv;
const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: 'id', client_secret: 'secret' });
const token = (await (await fetch(`${url}/services/oauth2/token`, { method: 'POST', body: form })).json()) as {
  access_token: string;
};
const headers = { Authorization: `Bearer ${token.access_token}`, 'Content-Type': 'application/json' };
const jobs = `${url}/services/data/v62.0/jobs/query`;
const query = 'select Id, CreatedDate, ClosedDate, SystemModstamp, Status, Type, Origin, IsDeleted from Case';
const body = JSON.stringify({ operation: 'queryAll', query, contentType: 'CSV' });
const { id } = (await (await fetch(jobs, { method: 'POST', headers, body })).json()) as { id: string };
await fetch(`${jobs}/${id}`, { headers });
let [bytes, locator] = [0, ''];
while (locator !== 'null') {
  const from = locator === '' ? '' : `&locator=${locator}`;
  const answer = await fetch(`${jobs}/${id}/results?maxRecords=50000${from}`, { headers });
  bytes += (await answer.arrayBuffer()).byteLength;
  locator = answer.headers.get('sforce-locator') ?? 'null';
}
process.stdout.write(`megabytes ${(bytes / 1e6).toFixed(0)}\n`);

export {};
