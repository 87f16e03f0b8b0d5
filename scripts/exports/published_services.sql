-- The services the city lists, with their group, department and privacy tier.
--
-- grain: one row per service
-- reads: services, service_groups, departments
select
  services.service_code,
  services.name_en,
  services.name_fr,
  services.service_group,
  service_groups.name_en as group_name_en,
  service_groups.name_fr as group_name_fr,
  services.department,
  departments.name_en as department_name_en,
  departments.name_fr as department_name_fr,
  services.kind,
  services.tier
from
  services
  inner join service_groups on services.service_group = service_groups.service_group
  inner join departments on services.department = departments.department
