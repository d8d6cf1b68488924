import process from "node:process";
import { createNeevCloudClient } from "@spendbook/neevcloud";
import { orgId } from "../workloads/neevcloud-workload.js";
import { pageSize } from "../workloads/page.js";

// call-pages.js client|fetch URL CALLS: asks for pages of 100 rows one after the other, by the client or by fetch and
// JSON.parse; prints how many rows it got and the microseconds of wall and CPU time that a call took, those to get warm left out.
const [by, url = "", calls] = process.argv.slice(2);
const apiKey = "made-up-key-for-measuring";
const client = createNeevCloudClient({ apiKey, baseUrl: url });
const path = "/api/v1/orgs/{org_id}/wallets/transactions";

const ask = {
  client: async (page: number) => {
    const query = { page, items_per_page: pageSize };
    return (await client.GET(path, { params: { path: { org_id: orgId }, query } })).data;
  },
  fetch: async (page: number) => {
    const address = `${url}/api/v1/orgs/${orgId}/wallets/transactions?page=${page}&items_per_page=${pageSize}`;
    const headers = { accept: "application/json", authorization: `Bearer ${apiKey}` };
    return JSON.parse(await (await fetch(address, { headers })).text());
  },
}[by === "client" ? "client" : "fetch"];

const warmUp = 200;
let rows = 0;
let started = performance.now();
let used = process.cpuUsage();
for (let call = -warmUp; call < Number(calls); call += 1) {
  if (call === 0) [started, used] = [performance.now(), process.cpuUsage()];
  const page = await ask(((call + warmUp) % 10) + 1);
  if (call >= 0) rows += page.transactions?.length ?? 0;
}
const { user, system } = process.cpuUsage(used);
const wall = ((performance.now() - started) * 1000) / Number(calls);
process.stdout.write(JSON.stringify({ rows, wall, cpu: (user + system) / Number(calls) }));
