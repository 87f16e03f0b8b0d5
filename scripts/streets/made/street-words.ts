/** Words that streets of an Ontario town are called by: trees, founders, what stood there. Nobody's town in particular. */

/** Streets that go right through a town. */
export const throughWords = [
  'Queen Street', 'King Street', 'Wellington Street', 'Front Street', 'Victoria Street', 'Main Street', 'Station Road',
  'Lakeshore Road', 'Mill Road', 'Lighthouse Road', 'Quarry Road', 'Sawmill Road', 'Portage Road', 'Orchard Road',
  'Governor’s Road', 'Shipyard Road', 'Albert Street', 'George Street', 'boulevard Laurier', 'Princess Street',
  'Regent Street', 'Foundry Road', 'Airfield Road', 'Ridge Road', 'chemin du Roy', 'Brickyard Road', 'Creamery Road',
  'Centennial Parkway', 'Coronation Boulevard', 'Confederation Drive', 'Black Creek Road', 'Millrace Road',
  'Townline Road', 'Old Fort Road', 'chemin de la Rivière', 'Depot Street', 'Gore Road', 'Church Hill Road',
] as const; // prettier-ignore

/** What most streets are called after. The first come up first: they are what the middle of town is made of. */
export const commonWords = [
  'Birch', 'Maple', 'Elm', 'Cedar', 'Pine', 'Oak', 'Church', 'Water', 'Market', 'Spruce', 'Willow', 'Ash', 'Poplar',
  'Walnut', 'Chestnut', 'Hemlock', 'Tamarack', 'Juniper', 'Hawthorn', 'Sumac', 'Alder', 'Basswood', 'Beech', 'Balsam',
  'Arthur', 'Charles', 'Edward', 'William', 'Frederick', 'Alice', 'Louisa', 'Margaret', 'Charlotte', 'Caroline',
  'McAllister', 'Ferguson', 'Macdougall', 'Sinclair', 'Robertson', 'Abernathy', 'Carmichael', 'Drummond', 'Haliburton',
  'Pickford', 'Thornbury', 'Whitcombe', 'Ashcroft', 'Kingsmere', 'Fairweather', 'Hargrave', 'Penrose', 'Wexford',
  'Selkirk', 'Kirkwood', 'Lochlan', 'Dunmore', 'Glenmore', 'Strathmere', 'Tweedside', 'Lanark', 'Moffat', 'Ramsay',
  'Anchor', 'Compass', 'Harbourview', 'Mariner', 'Schooner', 'Wharf', 'Beacon', 'Lantern', 'Capstan', 'Ropewalk',
  'Heron', 'Loon', 'Kingfisher', 'Osprey', 'Whippoorwill', 'Chickadee', 'Partridge', 'Snowbird', 'Kestrel', 'Tern',
  'Clover', 'Trillium', 'Bluebell', 'Fireweed', 'Goldenrod', 'Larkspur', 'Lupin', 'Bunchberry', 'Wintergreen', 'Fern',
  'Meadow', 'Hillcrest', 'Brookside', 'Lakeview', 'Riverside', 'Woodland', 'Fieldstone', 'Limestone', 'Granite', 'Slate',
  'Copper', 'Nickel', 'Silver', 'Cobalt', 'Quartz', 'Garnet', 'Amethyst', 'Feldspar', 'Gneiss', 'Talc',
  'School', 'College', 'Library', 'Cannery', 'Cooper', 'Tanner', 'Miller', 'Weaver', 'Chandler', 'Sawyer', 'Wheelwright',
  'Northern Lights', 'Sunset', 'Sunrise', 'Snowshoe', 'Toboggan', 'Sugarbush', 'Beaver Dam', 'Caribou', 'Moose', 'Otter',
  'Marten', 'Lynx', 'Fox Run', 'Deerfield', 'Wolf Howl', 'Bayview', 'Island View', 'Headland', 'Pebble', 'Driftwood',
  'Remembrance', 'Legion', 'Armoury', 'Vimy', 'Regiment', 'Veterans', 'Trafalgar', 'Waterloo', 'Balmoral', 'Windsor',
  'Elgin', 'Dufferin', 'Lansdowne', 'Minto', 'Aberdeen', 'Connaught', 'Byng', 'Tupper', 'Bowell', 'Borden',
] as const; // prettier-ignore

/** The same in French, after the word for the kind of street. */
export const frenchWords = [
  'Champlain', 'Lajoie', 'Cartier', 'de l’Église', 'Beauséjour', 'des Érables', 'des Pins', 'Sainte-Anne', 'Lafleur',
  'du Moulin', 'Papineau', 'Montcalm', 'des Bouleaux', 'Saint-Joseph', 'Frontenac', 'Notre-Dame', 'Desrosiers',
  'de la Gare', 'du Quai', 'des Voyageurs', 'Radisson', 'La Vérendrye', 'des Cèdres', 'Marquette', 'Saint-Jean',
  'Bellevue', 'de la Rive', 'du Portage', 'Gauthier', 'Lachance', 'Tremblay', 'Bélanger', 'des Lilas', 'Duquesne',
  'Saint-Paul', 'Jolliet', 'du Couvent', 'de l’Hirondelle', 'des Peupliers', 'Boisvert',
] as const; // prettier-ignore

/** English kinds stand after the name, French ones before it. */
export const streetTypes = {
  street: { english: ['Street', 'Avenue', 'Street', 'Avenue', 'Road'], french: ['rue', 'avenue'] },
  drive: { english: ['Drive', 'Boulevard', 'Way', 'Road'], french: ['promenade', 'boulevard'] },
  crescent: { english: ['Crescent', 'Circle', 'Crescent', 'Heights'], french: ['croissant'] },
  court: { english: ['Court', 'Place', 'Court', 'Terrace', 'Close'], french: ['place', 'impasse'] },
} as const;
