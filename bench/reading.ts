import autocannon from 'autocannon';
import type { Row } from './reports.ts';
import { type BenchServer, signInTo } from './server.ts';

const seconds = Number(process.env.BENCH_SECONDS ?? 8);

/** The desk with ten thousand and more waiting, and the first public page. */
export async function benchReading(server: BenchServer): Promise<Row[]> {
  const cookie = await signInTo(server, 'nora@demo.example');
  const first = await fetch(`${server.url}/api/v1/triage`, { headers: { cookie } });
  const bytes = (await first.arrayBuffer()).byteLength;
  const triage = await autocannon({
    url: `${server.url}/api/v1/triage`,
    headers: { cookie },
    connections: 1,
    duration: seconds,
  });
  const page = await autocannon({ url: `${server.url}/`, connections: 16, duration: seconds });
  const resident = (await server.metric('process_resident_memory_bytes')) / 1_048_576;
  return [
    {
      name: 'triage, first screen',
      value: `${(bytes / 1_024).toFixed(1)} kB`,
      goal: '≤ 50 kB',
      ok: bytes <= 50 * 1_024,
    },
    { name: 'triage, p97.5', value: `${triage.latency.p97_5} ms`, goal: 'p95 ≤ 50 ms', ok: triage.latency.p97_5 <= 50 },
    {
      name: 'public page /',
      value: `${page.requests.average.toFixed(0)}/s`,
      goal: '≥ 2000/s',
      ok: page.requests.average >= 2_000,
    },
    {
      name: 'resident memory after',
      value: `${resident.toFixed(0)} MB`,
      goal: '≤ 300 MB',
      ok: resident <= 300,
    },
  ];
}
