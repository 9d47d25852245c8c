import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ExportFolder, exportFolder } from '#local/export/export-folder.ts'
import { type RunningServer, serve } from '#local/http-server.ts'
import { routeHandlers } from '#local/route-handlers.ts'
import { aDataFolder } from '../support/service.ts'

const key = 'csv/figures/region=01/month=2020-03/audience=all/revision=1/figures.csv'
const name = 'fristdag-01-2020-03-figures-all-r1.csv'
const file = (text: string) => ({ bytes: Buffer.from(text), mediaType: 'text/csv; charset=utf-8; header=present' })

describe('the folder of exports', () => {
  let dataFolder: string
  let folder: string
  let server: RunningServer
  let exported: ExportFolder
  let at: number
  beforeEach(async () => {
    dataFolder = aDataFolder()
    folder = join(dataFolder, 'exports')
    at = Date.parse('2026-01-13T04:00:00Z')
    exported = exportFolder({ folder, baseUrl: () => server.url, now: () => new Date(at) })
    const handlerFor = await routeHandlers({
      routes: {},
      environment: undefined,
      extra: { [exported.routeKey]: exported.handler },
      load: async () => ({ answer: { bind: () => async () => ({ statusCode: 404, body: 'no route' }) } }),
    })
    server = await serve({ port: 0, handlerFor })
  })
  afterEach(async () => {
    await server.stop()
    rmSync(dataFolder, { recursive: true })
  })

  it('keeps a file under its key, for its owner alone, and nothing beside it', async () => {
    await exported.keep(key, file('month\n2020-03\n'))

    expect(readFileSync(join(folder, key), 'utf8')).toBe('month\n2020-03\n')
    expect(statSync(join(folder, key)).mode & 0o777).toBe(0o600)
    expect(readdirSync(join(folder, key, '..'))).toEqual(['figures.csv'])
  })

  it('leaves a file as it is that is there already, also when many keep it at once', async () => {
    await exported.keep(key, file('first'))
    await Promise.all(Array.from({ length: 5 }, (_, index) => exported.keep(key, file(`later ${index}`))))

    expect(readFileSync(join(folder, key), 'utf8')).toBe('first')
    expect(readdirSync(join(folder, key, '..'))).toEqual(['figures.csv'])
  })

  it('removes a file, whether it is there or not, and no other', async () => {
    const beside = key.replace('revision=1', 'revision=2')
    for (const each of [key, beside]) await exported.keep(each, file('month\n2020-03\n'))

    await exported.remove(key)
    await exported.remove(key)

    expect(existsSync(join(folder, key))).toBe(false)
    expect(existsSync(join(folder, beside))).toBe(true)
    await expect(exported.remove('../fristdag.db')).rejects.toThrow('Not the key or name of an export')
  })

  it('gives the file to whoever has its link, to be saved and not shown', async () => {
    await exported.keep(key, file('month\n'))

    const link = await exported.link(key, name)
    const answer = await fetch(link)

    expect(link).toMatch(new RegExp(`^http://localhost:${server.port}/exports/${key}\\?expires=1768276860&name=`))
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe('month\n')
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="${name}"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
  })

  it('gives nothing when the link has run out', async () => {
    await exported.keep(key, file('month\n'))
    const link = await exported.link(key, name)

    at += 59_000
    expect((await fetch(link)).status).toBe(200)
    at += 1_000
    const answer = await fetch(link)

    expect([answer.status, await answer.json()]).toEqual([403, { message: 'Forbidden' }])
  })

  it.each([
    ['a later end', (link: URL) => link.searchParams.set('expires', '9999999999')],
    ['another name', (link: URL) => link.searchParams.set('name', 'other.csv')],
    [
      'another revision',
      (link: URL) => {
        link.pathname = link.pathname.replace('revision=1', 'revision=2')
      },
    ],
    ['a signature of its own', (link: URL) => link.searchParams.set('signature', 'A'.repeat(43))],
    ['no signature', (link: URL) => link.searchParams.delete('signature')],
    [
      'no query',
      (link: URL) => {
        link.search = ''
      },
    ],
  ])('gives nothing to a link with %s', async (_, change) => {
    await exported.keep(key, file('month\n'))
    await exported.keep(key.replace('revision=1', 'revision=2'), file('secret'))
    const link = new URL(await exported.link(key, name))

    change(link)

    expect((await fetch(link)).status).toBe(403)
  })

  it('does not know the links of another process', async () => {
    const other = exportFolder({ folder, baseUrl: () => server.url, now: () => new Date(at) })
    await exported.keep(key, file('month\n'))

    expect((await fetch(await other.link(key, name))).status).toBe(403)
  })

  it('answers 404 for a file that is not there', async () => {
    expect((await fetch(await exported.link(key, name))).status).toBe(404)
  })

  it.each([
    '../key.json',
    'csv/../../key.json',
    '/etc/passwd',
    'csv//x',
    'csv/.hidden',
    'csv/a\\b',
    'csv/a"b',
    'csv/%2e%2e',
  ])('neither keeps nor links to %s', async (path) => {
    writeFileSync(join(dataFolder, 'key.json'), '{}')

    await expect(exported.keep(path, file('x'))).rejects.toThrow('Not the key')
    await expect(exported.link(path, name)).rejects.toThrow('Not the key')
    await expect(exported.link(key, path)).rejects.toThrow('Not the')
  })

  it.each(['..%2f..%2f..%2f..%2f..%2f..%2fkey.json', '%2e%2e/%2e%2e/key.json/a/b/c/d'])(
    'gives nothing outside of the folder to %s',
    async (path) => {
      writeFileSync(join(dataFolder, 'key.json'), 'secret')
      const { search } = new URL(await exported.link(key, name))

      const answer = await fetch(`${server.url}/exports/${path}${search}`)

      expect(answer.status).toBeGreaterThanOrEqual(403)
      expect(await answer.text()).not.toContain('secret')
    },
  )
})
