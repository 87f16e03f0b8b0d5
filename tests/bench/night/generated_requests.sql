-- A made-up CRM's export: seven years of requests with seasons, skewed times to close, and the faults of real records.
--
-- grain: one row per request
-- reads: crm_services (what the CRM calls each service: position, word, is_winter), variables row_count, service_count
--
-- Everything comes from a hash of the row's number, so that any machine writes the same file. Times are local, without
-- an offset. 19 columns, of which the city maps 16.
with
  drawn as (
    select
      range as row_number,
      (hash(range, 1) % 1000003) / 1000003.0::double as moment_draw,
      (hash(range, 2) % 1000003) / 1000003.0::double as service_draw,
      (hash(range, 3) % 1000003 + 1) / 1000004.0::double as radius_draw,
      (hash(range, 4) % 1000003) / 1000003.0::double as angle_draw,
      (hash(range, 5) % 1000)::bigint as status_draw,
      (hash(range, 6) % 1000)::bigint as channel_draw,
      (hash(range, 7) % 1000)::bigint as area_draw,
      (hash(range, 8) % 1000)::bigint as fault_draw,
      (hash(range, 9) % 100003)::bigint as place_draw
    from
      range(getvariable('row_count')::bigint)
  ),
  asked as (
    select
      drawn.*,
      crm_services.position,
      crm_services.word,
      -- Few services make up most requests; those of winter come in winter, the others rather in summer.
      timestamp '2018-11-01 00:00:00' + to_seconds(cast(
        86400 * (
          2555 * moment_draw
          + case when crm_services.is_winter then 50 else -18 end * sin(2 * pi() * (7 * moment_draw + 0.3))
        ) as bigint)
      ) as drawn_at
    from
      drawn
      inner join crm_services
        on crm_services.position = cast(floor(getvariable('service_count') * service_draw * service_draw) as integer)
  ),
  timed as (
    select
      asked.*,
      greatest(timestamp '2018-11-01 00:00:00', least(timestamp '2025-10-31 23:00:00', drawn_at)) as requested_at,
      -- Log-normal, from minutes to months: the median is hours for some services and weeks for others.
      to_seconds(cast(
        86400 * least(900, 0.1 * pow(3, position % 6) * exp(1.4 * sqrt(-2 * ln(radius_draw)) * cos(2 * pi() * angle_draw)))
        as bigint)
      ) as duration
    from
      asked
  ),
  closed as (
    select
      timed.*,
      case
        when status_draw >= 985 or requested_at + duration > timestamp '2025-11-01 00:00:00' then null
        when fault_draw = 1 then requested_at - interval 2 hour
        else requested_at + duration
      end as closed_at
    from
      timed
  )
select
  'C-' || lpad(row_number::varchar, 8, '0') as "Case Number",
  case when fault_draw = 2 and row_number % 7 = 0 then null else strftime(requested_at, '%Y-%m-%d %H:%M:%S') end
    as "Created On",
  strftime(closed_at, '%Y-%m-%d %H:%M:%S') as "Closed On",
  strftime(closed_at, '%Y-%m-%d %H:%M:%S') as "First Closed On",
  case when status_draw % 40 = 0 then strftime(closed_at + to_days((place_draw % 60)::integer), '%Y-%m-%d %H:%M:%S') end
    as "First Reopened On",
  case when position % 3 <> 0 then strftime(requested_at + to_days(1 + position % 4 * 7), '%Y-%m-%d %H:%M:%S') end
    as "Due On",
  strftime(coalesce(closed_at, requested_at + interval 3 hour), '%Y-%m-%d %H:%M:%S') as "Modified On",
  case when status_draw % 40 = 0 then 1 else 0 end as "Times Reopened",
  case
    when fault_draw = 3 then 'Migrated'
    when closed_at is null then ['New', 'Assigned', 'In Progress', 'On Hold'][1 + status_draw % 4]
    when status_draw < 30 then 'Duplicate'
    when status_draw < 40 then 'Cancelled'
    else 'Closed'
  end as "Status",
  case
    when closed_at is null or status_draw < 40 then null
    when status_draw < 500 then 'Work completed'
    when status_draw < 700 then 'Service provided'
    when status_draw < 800 then 'Answered'
    when status_draw < 860 then 'No action required'
    when status_draw < 900 then 'Not found on inspection'
    when status_draw < 940 then 'Assigned to inspector'
    when status_draw < 960 then 'Referred to province'
    else 'Insufficient information'
  end as "Closure Reason",
  case when fault_draw = 4 then 'Legacy type' when fault_draw <> 5 then word end as "Category",
  case when fault_draw % 10 <> 6 then ['PW-ROADS', 'PW-TRAFFIC', 'ENV-WASTE', 'PARKS', 'CS-311'][1 + position % 5] end
    as "Department",
  case
    when channel_draw < 480 then 'Phone'
    when channel_draw < 760 then 'Web'
    when channel_draw < 900 then 'Mobile App'
    when channel_draw < 960 then 'Email'
    when channel_draw < 970 then 'Kiosk'
  end as "Channel",
  case when area_draw < 970 then 'Ward ' || (1 + floor(6 * pow(area_draw / 970.0, 1.3))::integer) end as "Ward",
  case when area_draw < 970 then round(-85.51 + 0.2 * place_draw / 100003.0, 5) end as "Longitude",
  case when area_draw < 970 then round(50.24 + 0.11 * (place_draw * 7919 % 100003) / 100003.0, 5) end as "Latitude",
  (1 + place_draw % 2400)::varchar || ' Harbour Street' as "Address",
  'Reported by a resident; see the notes of the crew, number ' || place_draw::varchar as "Description",
  'Team ' || (place_draw % 40)::varchar as "Owner"
from
  closed
