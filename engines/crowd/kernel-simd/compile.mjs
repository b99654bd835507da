import asc from 'assemblyscript/asc';

const options = [
  '-O3',
  '--noAssert',
  '--runtime',
  'stub',
  '--enable',
  'simd',
  '--enable',
  'nontrapping-f2i',
  '--importMemory',
];

/** Compiles the AssemblyScript file `source` to the WebAssembly file `out`, or throws what the compiler says. */
export async function compile(source, out) {
  const { error, stderr } = await asc.main([source, '-o', out, ...options], { baseDir: '/' });
  if (error) throw new Error(`${error.message}\n${stderr}`);
}
