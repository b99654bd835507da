import { cpus, loadavg, totalmem } from 'node:os';
import { built } from './built.ts';
import { benchEndurance } from './endurance.ts';
import { benchLibrary } from './library.ts';
import { benchReading } from './reading.ts';
import { benchReports, type Row } from './reports.ts';
import { startBenchServer } from './server.ts';

const print = (row: Row) =>
  console.log(`${row.ok ? 'met   ' : 'missed'} ${row.name.padEnd(36)} ${row.value.padEnd(44)} goal ${row.goal}`);

console.log(
  `${cpus().length} × ${cpus()[0]?.model}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}, load ${loadavg()
    .map((each) => each.toFixed(2))
    .join(' ')}`,
);
const only = process.env.BENCH_ONLY?.split(',');
const isWanted = (name: string) => !only || only.includes(name);
const served = { library: benchLibrary, reports: benchReports, reading: benchReading, endurance: benchEndurance };
if (Object.keys(served).some(isWanted)) {
  const server = await startBenchServer();
  try {
    for (const [name, bench] of Object.entries(served))
      if (isWanted(name)) for (const row of await bench(server)) print(row);
  } finally {
    await server.stop();
  }
}
if (isWanted('cases')) {
  const { benchCases } = await built<typeof import('./cases.ts')>('cases');
  for (const row of await benchCases()) print(row);
}
if (isWanted('find')) {
  const { benchFind } = await built<typeof import('./find.ts')>('find');
  for (const row of await benchFind()) print(row);
}
console.log(
  `load at the end ${loadavg()
    .map((each) => each.toFixed(2))
    .join(' ')}; the client ran on the same machine`,
);
