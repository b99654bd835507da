export const memoryFlags: string[];
export const programEnvironment: Record<string, string>;
export function runProgram(root: string, programArguments: string[], folder: string): Promise<number>;
