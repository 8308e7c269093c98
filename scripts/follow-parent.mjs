// Preloaded into children (`node --import`): a parent that was killed outright cannot take its children along, so they
// look for it once a second and end by themselves. No server is left holding the port.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.exit(1);
}, 1000).unref();
