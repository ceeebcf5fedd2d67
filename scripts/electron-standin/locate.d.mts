export declare const standInDir: string
export declare const standInExecutable: string
export declare const standInScript: string
export declare function findChromium(env?: Record<string, string | undefined>, platform?: string): string | undefined
