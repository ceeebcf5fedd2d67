import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { listPackage } from '@electron/asar'
import { Arch, build, Platform } from 'electron-builder'

const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const wireLength = 8

/** A folder that looks to electron-builder like Electron of the given version: a program that ends with a fuse wire, all fuses on. */
export async function dummyElectron(folder: string, version: string): Promise<string> {
  await mkdir(join(folder, 'locales'), { recursive: true })
  const wire = Buffer.concat([Buffer.from(sentinel), Buffer.from([1, wireLength]), Buffer.alloc(wireLength, '1')])
  await writeFile(join(folder, 'electron'), wire, { mode: 0o755 })
  await writeFile(join(folder, 'electron.exe'), wire)
  await writeFile(join(folder, 'version'), version)
  await writeFile(join(folder, 'LICENSE'), '')
  return folder
}

export type Target = 'linux' | 'win'

const asked = {
  linux: { platform: Platform.LINUX, program: 'four-ones', config: {} },
  // The dummy is no Windows program, so there is no place in it for a checksum of the archive, an icon or a signature.
  win: {
    platform: Platform.WINDOWS,
    program: 'FourOnes.exe',
    config: { disableAsarIntegrity: true, win: { signAndEditExecutable: false } },
  },
}

/** Packs the project for x64 into a folder, without an installer; gives the names in the archive and the fuse wire. */
export async function pack(target: Target, projectDir: string, output: string, electronDist: string) {
  const { platform, program, config } = asked[target]
  await build({
    projectDir,
    targets: platform.createTarget('dir', Arch.x64),
    publish: 'never',
    config: { extends: join(projectDir, 'electron-builder.yml'), electronDist, directories: { output }, ...config },
  })
  const app = join(output, `${target}-unpacked`)
  const bytes = await readFile(join(app, program))
  const wire = bytes.subarray(bytes.indexOf(sentinel) + sentinel.length + 2)
  return {
    names: listPackage(join(app, 'resources', 'app.asar'), { isPack: false }).map((name) => name.replaceAll('\\', '/').slice(1)),
    unpacked: join(app, 'resources', 'app.asar.unpacked'),
    wire: wire.subarray(0, wireLength).toString(),
  }
}
