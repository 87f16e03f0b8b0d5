-- The functions that models may call, beside DuckDB's own. One statement each.

-- The city's time zone: a variable of the session, and not a column, because the database looks a zone up once for a
-- constant but again for every row of a column (measured: forty times slower).
create or replace macro city_zone() as getvariable('city_zone');

-- How far the city's clock is ahead of UTC, in microseconds, in the fortnight of a time (in microseconds since 1970); null
-- where the clocks change near it, and before 1990 or after 2060. A variable of the session, made from the database's own
-- zones: looking an offset up is twenty times faster than asking the calendar for each row.
create or replace macro steady_offset(micros) as
  getvariable('city_offsets')[greatest((micros - 631152000000000) // 1209600000000, -1) + 1];

-- What the clock of the zone shows at an instant.
create or replace macro local_time(instant, zone) as
  coalesce(
    case when zone = city_zone() then make_timestamp(epoch_us(instant) + steady_offset(epoch_us(instant))) end,
    timezone(zone, instant)
  );

-- The first instant at which a local time stood on the clock in the zone. In the repeated hour of autumn that is the
-- earlier of two (DuckDB's own answer is the later); in the hour skipped in spring the time moves forward.
create or replace macro first_instant(local_time, zone) as
  coalesce(
    case
      when zone = city_zone() then make_timestamptz(epoch_us(local_time) - steady_offset(epoch_us(local_time)))
    end,
    case
      when timezone(zone, timezone(zone, local_time) - interval 1 hour) = local_time
        then timezone(zone, local_time) - interval 1 hour
      else timezone(zone, local_time)
    end
  );

-- An instant from ISO 8601 text: with an offset as it says, without one as local time in the zone. A date has no zone:
-- it is that day in the city, whatever zone the source's times are in.
create or replace macro instant_of(iso, zone) as
  case
    when length(iso) = 10 then first_instant(try_cast(iso as timestamp), city_zone())
    when length(iso) > 10 and (ends_with(iso, 'Z') or contains(substr(iso, 11), '+') or contains(substr(iso, 11), '-'))
      then try_cast(iso as timestamptz)
    when zone = city_zone() then first_instant(try_cast(iso as timestamp), city_zone())
    else first_instant(try_cast(iso as timestamp), zone)
  end;

create or replace macro local_date(instant, zone) as cast(local_time(instant, zone) as date);

-- The last millisecond of a local day.
create or replace macro end_of_day(local_day, zone) as
  first_instant(cast(local_day + 1 as timestamp) - interval 1 millisecond, zone);

-- The moment up to which a told time speaks: itself, or, of a date, the end of its day.
create or replace macro told_until(instant, is_a_date) as
  case
    when is_a_date then first_instant(cast(local_date(instant, city_zone()) + 1 as timestamp), city_zone())
    else instant
  end;

-- The start of the local hour that holds the instant. The offset is kept, so a repeated hour stays the one it was.
create or replace macro floor_to_local_hour(instant, zone) as
  make_timestamptz(
    epoch_us(instant) - epoch_us(local_time(instant, zone)) + epoch_us(date_trunc('hour', local_time(instant, zone)))
  );

-- Days of 86,400 s between two instants, rounded half up to 0.01, in whole milliseconds: no binary fraction decides.
create or replace macro days_between(earlier, later) as
  ((epoch_ms(later) - epoch_ms(earlier) + 432000) // 864000) / 100.0::double;

-- Wilson score interval of k among n, 95 %, without continuity correction (Wilson 1927). None for n = 0.
create or replace macro wilson_lower(k, n) as
  case when n > 0 then greatest(0::double,
    (k + 1.959964 * 1.959964 / 2 - 1.959964 * sqrt(k * (n - k)::double / n + 1.959964 * 1.959964 / 4))
    / (n + 1.959964 * 1.959964)::double) end;

create or replace macro wilson_upper(k, n) as
  case when n > 0 then least(1::double,
    (k + 1.959964 * 1.959964 / 2 + 1.959964 * sqrt(k * (n - k)::double / n + 1.959964 * 1.959964 / 4))
    / (n + 1.959964 * 1.959964)::double) end;

-- Of a whole number, the five bits at a place counted from the right, as a digit of base32 (RFC 4648, lower case).
create or replace macro base32_digit(number, place) as
  substr('abcdefghijklmnopqrstuvwxyz234567', 1 + ((number >> (5 * place)) & 31), 1);

-- Forty bits, given as ten hexadecimal digits, in base32. Digit by digit: translate() builds its table for every row.
create or replace macro base32_of_40_bits(digits) as
  base32_digit(('0x' || digits)::bigint, 7) || base32_digit(('0x' || digits)::bigint, 6)
  || base32_digit(('0x' || digits)::bigint, 5) || base32_digit(('0x' || digits)::bigint, 4)
  || base32_digit(('0x' || digits)::bigint, 3) || base32_digit(('0x' || digits)::bigint, 2)
  || base32_digit(('0x' || digits)::bigint, 1) || base32_digit(('0x' || digits)::bigint, 0);

-- HMAC-SHA256 with the city's secret, in hexadecimal (RFC 2104). The two key blocks are variables of the session; the
-- secret itself never reaches a model or a file.
create or replace macro hmac_of(message) as
  sha256(getvariable('surrogate_outer_key') || unhex(sha256(getvariable('surrogate_inner_key') || encode(message))));

create or replace macro base32_of_80_bits(hex) as
  base32_of_40_bits(substr(hex, 1, 10)) || base32_of_40_bits(substr(hex, 11, 10));


-- Dates that systems write for "no date", and the source's own list of them.
create or replace macro is_sentinel(iso, own) as
  left(iso, 10) in ('1970-01-01', '1899-12-31', '1900-01-01', '0001-01-01', '9999-12-31') or list_contains(own, iso);

-- Whether two numbers are a place: degrees, not alike (as 0, 0 are), and not a point that the source writes for none.
-- Such a point is always the same but for the last digits of single precision, and real places lie ten metres from it:
-- so it is compared to a metre.
create or replace macro is_place(longitude, latitude, defaults) as
  longitude between -180 and 180 and latitude between -90 and 90 and longitude <> latitude
  and len(list_filter(defaults, lambda one: abs(one[1] - longitude) < 1e-5 and abs(one[2] - latitude) < 1e-5)) = 0;

-- The band of latitude, 0.001° high (111 m), that a point lies in.
create or replace macro latitude_band(latitude) as cast(floor(latitude * 1000) as integer);

-- The cell that a point lies in: 0.002° high and 0.004° wide, more than 200 m either way as far north as 63°.
create or replace macro latitude_cell(latitude) as cast(floor(latitude * 500) as integer);

create or replace macro longitude_cell(longitude) as cast(floor(longitude * 250) as integer);

-- How far apart two points of a city are, on a flat sheet at the first one's latitude (111,320 m to the degree).
create or replace macro metres_between(longitude, latitude, other_longitude, other_latitude) as
  111320 * sqrt(
    pow((longitude - other_longitude) * cos(radians(latitude)), 2) + pow(latitude - other_latitude, 2)
  );

-- An instant as published: local midnight where only the date may show, else the start of the local hour.
create or replace macro published_time(instant, is_by_date, zone) as
  case
    when is_by_date then first_instant(cast(local_date(instant, zone) as timestamp), zone)
    else floor_to_local_hour(instant, zone)
  end;

create or replace macro unless_sentinel(iso, own) as case when not is_sentinel(iso, own) then iso end;
