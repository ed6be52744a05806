// Serves an empty page, and puts what it sends into a file as carefully as a project is written to.
import { createServer } from 'node:http'
import { DatabaseSync } from 'node:sqlite'
import { text } from 'node:stream/consumers'

const [path = ''] = process.argv.slice(2)
const db = new DatabaseSync(path)
db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE saved (body TEXT)')
const save = db.prepare('INSERT INTO saved (body) VALUES (?)')

const server = createServer((request, response) => {
  void (async () => {
    if (request.url === '/save') {
      save.run(await text(request))
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true}')
    } else {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><body></body>')
    }
  })()
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address !== null && typeof address === 'object') process.send?.(address.port)
})
process.on('disconnect', () => process.exit())
