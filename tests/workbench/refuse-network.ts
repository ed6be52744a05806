// Loaded into the process that serves the workbench, and into its threads: whatever would leave this machine ends it.
import dgram from 'node:dgram'
import dns from 'node:dns'
import { writeSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'

const loopback = new Set(['127.0.0.1', '::1', 'localhost'])

function refuse(what: string): never {
  // At once: a thread writes by way of the process that is about to end.
  writeSync(2, `This would have left the machine: ${what}\n${new Error().stack}\n`)
  process.kill(process.pid, 'SIGABRT')
  throw new Error(`No network here: ${what}`)
}

/** The host that a connection is asked for, in one of the ways to ask; none is this machine, and a path is a pipe. */
function hostOf([first, second]: readonly unknown[]): string {
  if (typeof first !== 'object' || first === null) {
    return typeof second === 'string' ? second : 'localhost'
  }
  const [path, host] = [Reflect.get(first, 'path'), Reflect.get(first, 'host')]
  return typeof path === 'string' || typeof host !== 'string' ? 'localhost' : host
}

function guarded<Called extends object>(
  called: Called,
  hostIn: (args: readonly unknown[]) => string,
): Called {
  return new Proxy(called, {
    apply: (target, self, args: unknown[]) => {
      const host = hostIn(args)
      if (!loopback.has(host)) refuse(host)
      return Reflect.apply(Object(target), self, args)
    },
  })
}

// oxlint-disable-next-line typescript/unbound-method -- it is given its socket where it is called
net.Socket.prototype.connect = guarded(net.Socket.prototype.connect, (args) =>
  hostOf(Array.isArray(args[0]) ? args[0] : args),
)
dns.lookup = guarded(dns.lookup, ([host]) => String(host))
dns.promises.lookup = guarded(dns.promises.lookup, ([host]) => String(host))
for (const resolver of [dns, dns.promises]) {
  for (const [name, called] of Object.entries(resolver)) {
    if (typeof called !== 'function' || !/^(?:resolve|reverse)/.test(name)) continue
    Reflect.set(
      resolver,
      name,
      guarded(called, ([host]) => `a name server, for ${String(host)}`),
    )
  }
}
dgram.createSocket = guarded(dgram.createSocket, () => 'a datagram')
syncBuiltinESMExports()
