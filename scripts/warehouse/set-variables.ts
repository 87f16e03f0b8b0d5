/** Gives the session what models read as variables: the city's zone and its offsets, and the key of the public ids. */

import { createHash } from 'node:crypto';
import { BLOB, blobValue, type DuckDBConnection, VARCHAR } from '@duckdb/node-api';

const BLOCK_BYTES = 64;
/** From 1990 to 2060. */
const FORTNIGHTS = 1827;

/** For `city_zone()` and `steady_offset()`. */
export async function setCityZone(connection: DuckDBConnection, zone: string): Promise<void> {
  await connection.run('set variable city_zone = $zone', { zone }, { zone: VARCHAR });
  await connection.run(`
    set variable city_offsets = (
      with days as (
        select
          fortnight,
          timestamp '1990-01-01' + to_days(cast(14 * fortnight + unnest(range(-1, 16)) as integer)) as utc_time
        from range(${FORTNIGHTS}) as fortnights (fortnight)
      ), offsets as (
        select fortnight, epoch_us(timezone(city_zone(), utc_time::timestamptz)) - epoch_us(utc_time) as micros
        from days
      ), steady as (
        select fortnight, case when min(micros) = max(micros) then min(micros) end as micros
        from offsets
        group by fortnight
      )
      select list(micros order by fortnight) from steady
    )`);
}

/** For `hmac_of()`: the two key blocks of HMAC-SHA256 (RFC 2104). The secret is in no file and no table. */
export async function setSurrogateKey(connection: DuckDBConnection, secret: string): Promise<void> {
  const secretBytes = Buffer.from(secret, 'utf8');
  const key = Buffer.alloc(BLOCK_BYTES);
  (secretBytes.length > BLOCK_BYTES ? createHash('sha256').update(secretBytes).digest() : secretBytes).copy(key);
  const block = (pad: number) => blobValue(key.map((byte) => byte ^ pad));
  await connection.run('set variable surrogate_inner_key = $key', { key: block(0x36) }, { key: BLOB });
  await connection.run('set variable surrogate_outer_key = $key', { key: block(0x5c) }, { key: BLOB });
}
