import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import type { AssetWorld } from './assets.ts';

interface DemoFile {
  /** Below GLPI's folder of files. */
  path: string;
  content: Buffer;
}

/** Adds documents and links some to items; gives the files that belong to them. */
export function addDocuments({ site, entities, people }: AssetWorld): DemoFile[] {
  const category = site.tree('glpi_documentcategories', 'documentcategories_id', ['Manuals', 'Invoices']);
  const documents: [
    name: string,
    filename: string,
    mime: string,
    content: Buffer,
    entity: string,
    category: string,
    on?: [itemtype: string, id: number],
  ][] = [
    [
      'Welcome to the service desk',
      'welcome.txt',
      'text/plain',
      Buffer.from('Call 555 0199, or write to the service desk.\nOpen from 8 to 18.\n'),
      'Root',
      'Manuals',
    ],
    [
      'Inventory of January',
      'inventory.csv',
      'text/csv',
      Buffer.from('name;serial\npc-001;KS7310037\npc-002;KS7310074\n'),
      'Harbour Foods',
      'Manuals',
      ['Computer', 1],
    ],
    ['Where the printer jams', 'jam.png', 'image/png', redSquare(), 'Sales', 'Manuals', ['Ticket', 2]],
    [
      'Invoice PO-1000',
      'invoice.txt',
      'text/plain',
      Buffer.from('8 laptops Kestrel K14: 7120.00\n'),
      'Finance',
      'Invoices',
    ],
  ];
  return documents.map(([name, filename, mime, content, entity, kind, on]) => {
    const sha1sum = createHash('sha1').update(content).digest('hex');
    const extension = path.extname(filename).slice(1).toUpperCase();
    const filepath = `${extension}/${sha1sum.slice(0, 2)}/${sha1sum.slice(2)}.${extension}`;
    const id = site.addItem('Document', 'glpi_documents', {
      name,
      filename,
      filepath,
      mime,
      sha1sum,
      entities_id: entities[entity]!,
      is_recursive: 1,
      documentcategories_id: category[kind]!,
      users_id: people.alice!.id,
      tag: sha1sum.slice(0, 30),
    });
    if (on)
      site.add('glpi_documents_items', {
        documents_id: id,
        itemtype: on[0],
        items_id: on[1],
        entities_id: entities[entity]!,
        is_recursive: 1,
        users_id: people.alice!.id,
      });
    return { path: filepath, content };
  });
}

/** Writes the files below GLPI's folder of files, making what is missing. */
export function writeFiles(filesDir: string, files: DemoFile[]): void {
  for (const file of files) {
    const full = path.join(filesDir, file.path);
    mkdirSync(path.dirname(full), { recursive: true });
    writeFileSync(full, file.content);
  }
}

/** A PNG of 16 × 16 red pixels. */
function redSquare(): Buffer {
  const size = 16;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const line = Buffer.concat([Buffer.from([0]), ...Array.from({ length: size }, () => Buffer.from([200, 30, 30]))]);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: size }, () => line)));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
