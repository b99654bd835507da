// Where everything lies in the one memory that host and kernel share.

// Order of the columns; src/kernel-simd/layout.ts holds the same list.
export const X = 0, Y = 1, HEAD_X = 2, HEAD_Y = 3, SPEED = 4, RADIUS = 5, PUSH = 6, TOP = 7, RATE = 8, SIDE = 9, AIM_X = 10, AIM_Y = 11, GOAL = 12, ID = 13;
export const COLUMNS = 14;

export const CONSTANTS: usize = 1024; // vectors that the loops read instead of splatting
export const ARRAYS: usize = 2048; // byte offsets of the arrays
export const NUMBERS: usize = 4096; // the parameters, f32
export const BLOCK: usize = 80; // four walls: ax, ay, along x, along y, 1/length²
export const ORDERS: usize = 6144; // for each of 16 masks, how the lanes it keeps move to the front
export const APART_X: usize = 8192, APART_Y: usize = 32768, TOUCH: usize = 57344, ROOM: usize = 81920; // those whom the person being moved sees, one list each

@inline export function at(array: i32): usize { return load<usize>(ARRAYS + ((<usize>array) << 2)); }
@inline export function num(k: i32): f32 { return load<f32>(NUMBERS + ((<usize>k) << 2)); }

@inline export function f(array: usize, i: i32): f32 { return load<f32>(array + ((<usize>i) << 2)); }
@inline export function n(array: usize, i: i32): i32 { return load<i32>(array + ((<usize>i) << 2)); }


// Arrays after the two sets of columns.
export const CELL_OF = 28, CURSOR = 29, START = 30, PLACE_OF = 31, NEAR_START = 32, NEAR = 33, BETWEEN_START = 34, BETWEEN = 35, WALLS = 36, ZONE = 37, SHUT = 38,
  IN_ZONE = 39, FIELDS = 40, FLOOR = 41, STUCK = 42, SEEN_X = 43, SEEN_Y = 44, OWN_RADIUS = 45, ZONES_NEAR = 46, EDGES_NEAR = 47;

// Numbers.
export const CELL_X0 = 0, CELL_Y0 = 1, PER_CELL = 2, RASTER_X0 = 3, RASTER_Y0 = 4, PER_RASTER = 5, STEP = 6, TURN = 7, PUSH_K = 8, PER_REACH = 9, SWEPT = 10,
  WALL_RADIUS = 11, OPEN_GAP = 12, PACKED_GAP = 13, OPEN_BELOW = 14, PER_PACKED = 15, SIGHT2 = 16, PER_WALL_REACH = 17, STANDING = 18, PUSHING = 19, WALL_PUSH = 20;

// How far people look ahead and aside, within which distance² they count the crowd, how wide somebody blocks; metres.
export const SIGHT: f32 = 2.5, ASIDE: f32 = 1.5, CROWDING2: f32 = 2.25, BLOCKS: f32 = 0.6;

export let columns: i32 = 0, rows: i32 = 0, rasterColumns: i32 = 0, fieldSize: usize = 0, seed: i32 = 0, period: i32 = 1;

export function set(cellColumns: i32, cellRows: i32, acrossRaster: i32, bytesPerField: i32, runSeed: i32, lookPeriod: i32): void {
  columns = cellColumns; rows = cellRows; rasterColumns = acrossRaster; fieldSize = bytesPerField; seed = runSeed; period = lookPeriod;
  v128.store(CONSTANTS, f32x4.splat(-60.0));
  v128.store(CONSTANTS, f32x4.splat(12582912.0), 16);
  v128.store(CONSTANTS, f32x4.splat(5.51716649e-2), 32);
  v128.store(CONSTANTS, f32x4.splat(2.42611122e-1), 48);
  v128.store(CONSTANTS, f32x4.splat(6.93260986e-1), 64);
  v128.store(CONSTANTS, f32x4.splat(9.99928074e-1), 80);
  v128.store(CONSTANTS, f32x4.splat(num(SIGHT2)), 96);
  v128.store(CONSTANTS, f32x4.splat(num(PER_REACH) * 1.44269504), 112);
  v128.store(CONSTANTS, f32x4.splat(num(SWEPT)), 128);
  v128.store(CONSTANTS, f32x4.splat(num(PER_WALL_REACH) * 1.44269504), 144);
  v128.store(CONSTANTS, f32x4.splat(0.36), 160);
  v128.store(CONSTANTS, i32x4.splat(0x7fffffff), 176);
  v128.store(CONSTANTS, f32x4.splat(1), 192);
  v128.store(CONSTANTS, f32x4.splat(-0.9 / BLOCKS), 208);
  v128.store(CONSTANTS, f32x4.splat(-0.45 / BLOCKS), 224);
  v128.store(CONSTANTS, f32x4.splat(0.45 / BLOCKS), 240);
  v128.store(CONSTANTS, f32x4.splat(0.9 / BLOCKS), 256);
  v128.store(CONSTANTS, f32x4.splat(SIGHT), 272);
  v128.store(CONSTANTS, f32x4.splat(ASIDE), 288);
  v128.store(CONSTANTS, f32x4.splat(CROWDING2), 304);
  v128.store(CONSTANTS, f32x4.splat(BLOCKS), 320);
  v128.store(CONSTANTS, f32x4.splat(-0.3), 336);
  v128.store(CONSTANTS, f32x4.splat(-0.4), 352);
  v128.store(CONSTANTS, f32x4.splat(0.1), 368);
  v128.store(CONSTANTS, f32x4.splat(1 / (SIGHT + 0.1)), 384);
  v128.store(CONSTANTS, f32x4.splat(1 / BLOCKS), 400);
  v128.store(CONSTANTS, f32x4.splat(0), 416);
  for (let mask = 0; mask < 16; mask++) {
    let to: usize = ORDERS + ((<usize>mask) << 4);
    for (let lane = 0; lane < 4; lane++) {
      if ((mask & (1 << lane)) == 0) continue;
      store<i32>(to, 0x03020100 + 0x04040404 * lane);
      to += 4;
    }
  }
}
