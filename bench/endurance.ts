import autocannon from 'autocannon';
import { differentReports, type Row } from './reports.ts';
import type { BenchServer } from './server.ts';

const minutes = Number(process.env.BENCH_MINUTES ?? 0);
const everyMinute = 60_000;

const residentMegabytes = async (server: BenchServer) =>
  (await server.metric('process_resident_memory_bytes')) / 1_048_576;

/** Reports and pages at a steady rate for `BENCH_MINUTES`, and the most memory that the server held meanwhile; nothing without that. */
export async function benchEndurance(server: BenchServer): Promise<Row[]> {
  if (minutes === 0) return [];
  const seen: number[] = [];
  const watch = setInterval(async () => void seen.push(await residentMegabytes(server)), everyMinute);
  const duration = minutes * 60;
  const pages = autocannon({ url: `${server.url}/`, connections: 4, overallRate: 40, duration });
  const reports = await autocannon({
    url: `${server.url}/api/v1/reports`,
    ...differentReports,
    connections: 8,
    overallRate: 30,
    duration,
  });
  await pages;
  clearInterval(watch);
  const most = Math.max(...seen);
  const errors = reports.non2xx + reports.errors;
  return [
    {
      name: `reports for ${minutes} minutes`,
      value: `${reports['2xx']} accepted, ${errors} errors`,
      goal: '0 errors',
      ok: errors === 0,
    },
    { name: 'most resident memory', value: `${most.toFixed(0)} MB`, goal: '≤ 300 MB (an hour)', ok: most <= 300 },
  ];
}
