export function compile(source: string, out: string): Promise<void>;
