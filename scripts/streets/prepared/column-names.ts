/** What GIS departments call the columns of their street centre lines, the surest name first. */

/** A field of a segment, or a part of its name. */
export const streetFields = [
  'name',
  'name_prefix',
  'name_base',
  'name_type',
  'name_suffix',
  'class',
  'travel',
  'left_from',
  'left_to',
  'right_from',
  'right_to',
  'municipality',
] as const;
export type StreetField = (typeof streetFields)[number];

/** Squashed: lower case, letters and digits alone. */
export const columnNames: Readonly<Record<StreetField, readonly string[]>> = {
  name: [
    ...['fullname', 'fullstreetname', 'fullstname', 'fullstreet', 'streetfullname', 'streetnamefull', 'roadnamefull'],
    ...['completename', 'nomcomplet', 'odonyme', 'toponyme', 'nomvoie', 'nomrue', 'roadname', 'rdname', 'streetname'],
    ...['stname', 'street', 'road', 'rue', 'voie', 'name', 'nom', 'label'],
  ],
  name_prefix: ['streetprefix', 'predir', 'prefix', 'stprefix', 'prefixdir', 'streetdirprefix', 'dirpre', 'fedirp'],
  name_base: ['streetname', 'stname', 'basename', 'streetbase', 'roadname', 'nomgenerique', 'specifique', 'fename'],
  name_type: ['streettype', 'sttype', 'type', 'suffixtype', 'streetsuffixtype', 'posttype', 'roadtype', 'generique'],
  name_suffix: [
    'streetsuffix',
    'sufdir',
    'postdir',
    'suffixdir',
    'streetdir',
    'stdir',
    'dirsuf',
    'direction',
    'fedirs',
  ],
  class: [
    ...['roadclass', 'rdclass', 'streetclass', 'functionalclass', 'funcclass', 'functclass', 'classification', 'class'],
    ...['roadtype', 'hierarchy', 'maintenanceclass', 'classe', 'hierarchie', 'classfonct', 'fcc', 'category'],
  ],
  travel: [
    ...['trafficflow', 'oneway', 'onewaydir', 'traveldirection', 'directionoftravel', 'flow', 'trafficdirection'],
    ...['trafdir', 'sensunique', 'sens', 'senscirculation', 'flowdirection'],
  ],
  left_from: [
    ...['leftfromaddress', 'fromaddressleft', 'fromaddrl', 'fromleft', 'leftfrom', 'lfromadd', 'lfaddr', 'lfadd'],
    ...['fraddl', 'faddl', 'fromaddleft', 'fromaddl', 'ladrfrom', 'laddfrom', 'lfrom', 'adresseminagauche', 'degauche'],
  ],
  left_to: [
    ...[
      'lefttoaddress',
      'toaddressleft',
      'toaddrl',
      'toleft',
      'leftto',
      'ltoadd',
      'ltaddr',
      'ltadd',
      'toaddl',
      'taddl',
    ],
    ...['toaddleft', 'ladrto', 'laddto', 'lto', 'adressemaxgauche', 'agauche'],
  ],
  right_from: [
    ...['rightfromaddress', 'fromaddressright', 'fromaddrr', 'fromright', 'rightfrom', 'rfromadd', 'rfaddr', 'rfadd'],
    ...['fraddr', 'faddr', 'fromaddright', 'fromaddr', 'radrfrom', 'raddfrom', 'rfrom', 'adressemindroite', 'dedroite'],
  ],
  right_to: [
    ...['righttoaddress', 'toaddressright', 'toaddrr', 'toright', 'rightto', 'rtoadd', 'rtaddr', 'rtadd', 'toaddr'],
    ...['taddr', 'toaddright', 'radrto', 'raddto', 'rto', 'adressemaxdroite', 'adroite'],
  ],
  municipality: ['municipality', 'muni', 'municipalite', 'city', 'town', 'ville', 'placename', 'mun', 'juris'],
};

export function squash(column: string): string {
  return column
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
}
