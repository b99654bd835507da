export const memoryFlags: string[];
export const memoryEnvironment: Record<string, string>;
export function runProgram(root: string, programArguments: string[], folder: string): Promise<number>;
