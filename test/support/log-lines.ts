/** @returns of what an application logged, the lines that tell of faults; those of requests that were answered are none */
export function faultsIn(log: string): string[] {
  return log.split('\n').filter((line) => line !== '' && !line.startsWith('{"level":30,'));
}
