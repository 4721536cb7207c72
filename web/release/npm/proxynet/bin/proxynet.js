#!/usr/bin/env node
// Runs the command of the package for this platform, with the same arguments,
// signals and exit status.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { constants } from 'node:os';

const platform = `${process.platform}-${process.arch}`;

/** The path of the command. */
function find() {
  const file = process.platform === 'win32' ? 'proxynet.exe' : 'proxynet';
  try {
    return createRequire(import.meta.url).resolve(`@proxynet/${platform}/bin/${file}`);
  } catch {
    console.error(`proxynet: the package @proxynet/${platform} is not installed. Install proxynet again, without --omit=optional and on the machine that runs it; if npm finds no such package, there is no release for this platform.`);
    process.exit(1);
  }
}

const child = spawn(find(), process.argv.slice(2), { stdio: 'inherit' });
child.on('error', (error) => {
  console.error(`proxynet: ${error.message}`);
  process.exitCode = 1;
});
child.on('exit', (status, signal) => {
  process.exitCode = status ?? (signal ? 128 + constants.signals[signal] : 1);
});
// A terminal sends Ctrl-C to the command too; a signal to this process alone is passed on.
for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  });
}
