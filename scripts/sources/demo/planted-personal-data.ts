/** The people the demo CRM knows, all invented: names and numbers that must never be found in anything published. */

/** Surnames made up for this file alone; nothing else in the program or in a city folder uses them. */
export const plantedSurnames = [
  'Brackenrow',
  'Quillivray',
  'Desmarchelieux',
  'Thibodelle',
  'Kowalchenuk',
  'Fennimoor',
  'Grandpierrot',
  'Zuberhorne',
  'Maskwanesh',
  'Ollivander-Roy',
] as const;
export const plantedStaffSurnames = ['Haldervane', 'Pétrinault', 'Oxtobrook'] as const;
const firstNames = [
  'Marie',
  'Luc',
  'Janet',
  'Owen',
  'Chantal',
  'Priya',
  'Doug',
  'Ginette',
  'Ravi',
  'Sarah',
  'Yvon',
] as const;
export const plantedStreets = ['Brindlewick', 'Quatre-Lièvres', 'Oldharrow', 'Tournepierre'] as const;
export const plantedEmailDomain = 'northpostbox.example';
/** CRM numbers: recognisable, so that one that leaks is found. */
export const crmIdPrefix = 'SRX-';

/** Every planted word as a pattern; a match in a published file is a leak. */
export const plantedPatterns: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: 'name', pattern: new RegExp(plantedSurnames.join('|'), 'i') },
  { what: 'staff name', pattern: new RegExp(plantedStaffSurnames.join('|'), 'i') },
  { what: 'e-mail', pattern: /northpostbox\.example/i },
  { what: 'telephone', pattern: /\b705[-. )]{1,2}555[-. ]01\d\d\b/ },
  { what: 'SIN', pattern: /\b099[- ]\d{3}[- ]\d{3}\b/ },
  { what: 'home address', pattern: new RegExp(plantedStreets.join('|'), 'i') },
  { what: 'CRM number', pattern: /\bSRX-\d{8}-\d{4}\b/ },
];

export interface PersonalData {
  readonly requestor_name: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  readonly description: string;
  readonly staff_notes: string;
  readonly staff_name: string;
}

/** The caller, the staff and their words, all from one number (32 bits), so that making them costs no chance. */
export function personalData(seed: number, type: string): PersonalData {
  const first = pick(firstNames, seed);
  const last = pick(plantedSurnames, seed >>> 4);
  const line = 100 + ((seed >>> 8) % 100);
  const phone = seed & 1 ? `705-555-0${line}` : `(705) 555-0${line}`;
  const email = `${first}.${last}@${plantedEmailDomain}`.toLowerCase();
  const house = 2 + ((seed >>> 9) % 980);
  const address = `${(seed & 2) !== 0 ? `Unit ${1 + ((seed >>> 12) % 40)}, ` : ''}${house} ${pick(plantedStreets, seed >>> 6)} Rd`;
  const sin = `099-${100 + ((seed >>> 5) % 900)}-${100 + ((seed >>> 11) % 900)}`;
  const staff = pick(plantedStaffSurnames, seed >>> 3);
  return {
    requestor_name: `${first} ${last}`,
    phone,
    email,
    address,
    description: descriptions[(seed >>> 7) % descriptions.length]!(type, {
      name: `${first} ${last}`,
      phone,
      email,
      address,
      sin,
    }),
    staff_notes: `${staff}: spoke to ${first} ${last} at ${phone}${(seed & 12) === 0 ? `, SIN ${sin} given as ID` : ''}.`,
    staff_name: `${staff}, ${pick(firstNames, seed >>> 13)}`,
  };
}

type Words = Record<'name' | 'phone' | 'email' | 'address' | 'sin', string>;

const descriptions: readonly ((type: string, words: Words) => string)[] = [
  (type, { address, phone }) => `${type} in front of ${address}. Please call me back at ${phone}.`,
  (_, { name, address }) =>
    `C’est ${name}, au ${address}. C’est la troisième fois que j’appelle, "svp" faites quelque chose!`,
  (type, { email }) => `Re: ${type}\nI wrote last week and nobody answered, you can reach me at ${email}`,
  (_, { sin, name }) => `My neighbour ${name} asked for this too; my SIN is ${sin} if you need ID, thanks`,
];

function pick<T>(list: readonly T[], seed: number): T {
  return list[(seed >>> 0) % list.length]!;
}
