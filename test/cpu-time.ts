/** Starts to count; gives how many milliseconds this process has computed since. A busy machine does not add to them. */
export function cpuTime(): () => number {
  const begun = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1000;
  };
}
