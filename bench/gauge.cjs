// Loaded before a measured program: at its end it says what memory and processor time it took.
process.on("exit", () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  process.send?.({ memory: maxRSS / 1024, cpu: (userCPUTime + systemCPUTime) / 1000 });
});
