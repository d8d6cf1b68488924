import process from "node:process";
import { orgId } from "../workloads/neevcloud-workload.js";
import { pageSize } from "../workloads/page.js";
import { isWorkloadName, type WorkloadName } from "../workloads/workloads.js";

// fetch-pages.js WORKLOAD URL RECORDS TIMES: asks for every page of the workload's list as often as given, eight at
// once, and parses it. What a collector must do at least; prints how many rows it got.
const [name, url = "", records, times] = process.argv.slice(2);
if (!isWorkloadName(name)) throw new Error(`there is no workload ${name}`);

const pageRequests: Record<WorkloadName, (page: number) => Request> = {
  wavespeed: (page) =>
    new Request(`${url}/api/v3/billings/search`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ page, page_size: pageSize, sort: "created_at ASC" }),
    }),
  neevcloud: (page) =>
    new Request(`${url}/api/v1/orgs/${orgId}/wallets/transactions?page=${page}&items_per_page=${pageSize}`),
};

const pages = Math.ceil(Number(records) / pageSize) * Number(times);
const request = pageRequests[name];
let next = 0;
let rows = 0;

async function work(): Promise<void> {
  while (next < pages) {
    next += 1;
    const response = await fetch(request(((next - 1) % (pages / Number(times))) + 1));
    const body = JSON.parse(await response.text());
    rows += (body.transactions ?? body.data.items).length;
  }
}

await Promise.all(Array.from({ length: 8 }, work));
process.stdout.write(JSON.stringify({ rows }));
