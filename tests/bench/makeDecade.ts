/** @file Starts the benchmarks' build on a fresh folder and has it write a decade. Arguments: folder, years, photos. */
import { makeDecade } from './decadeFolder.ts';

const [folder = '', years = '10', photos = '0'] = process.argv.slice(2);
const records = await makeDecade(folder, Number(years), Number(photos));
process.stdout.write(`${folder} now holds ${records} records of ${years} years.\n`);
