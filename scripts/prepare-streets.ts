/** `npm run prepare-streets`: a city's GIS export of its streets, made into `streets.geojson` of the city folder. */

import { prepareStreets } from './streets/prepared/prepare-streets.ts';
import type { CommandSpec } from './support/command-line.ts';
import { dataFolders } from './support/data-folders.ts';
import { OperatorError } from './support/operator-error.ts';
import { readCity } from './support/read-city/read-city.ts';
import { runCommand } from './support/run-command.ts';

const command = {
  command: 'npm run prepare-streets',
  summary: 'Makes streets.geojson of the city folder from a GIS export: GeoJSON, ESRI JSON or a shapefile.',
  options: {
    from: { value: 'FILE', description: 'the export: .geojson, .json, either with .gz, or .shp' },
    data: { value: 'DIR', description: 'the data folder', default: 'data' },
    projection: {
      value: 'NAME',
      description: 'its coordinates, where the file does not say: EPSG:26916 or a proj4 string',
    },
    fields: { value: 'LIST', description: 'which column is which, where it is taken wrong: name=FULLNAME,class=' },
  },
} as const satisfies CommandSpec;

process.exitCode = await runCommand(
  command,
  process.argv.slice(2),
  async ({ from, data, projection, fields }) => {
    if (from === undefined) throw noFile();
    const city = await readCity(dataFolders(data).city);
    const report = await prepareStreets(city, { from, projection, fields: fields ?? '' });
    process.stdout.write(`${report.join('\n')}\n`);
  },
  () => 'This command publishes nothing, and nothing was written.',
);

function noFile(): OperatorError {
  return new OperatorError('STREETS_FILE_MISSING', {
    exit: 'configuration',
    message: 'No export of the streets is named.',
    faults: [{ where: '--from', found: 'nothing', expected: 'a file: GeoJSON, ESRI JSON or a .shp' }],
    remedy: 'Name the file: npm run prepare-streets -- --from FILE',
  });
}
