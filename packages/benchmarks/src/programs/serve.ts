import type { AddressInfo } from "node:net";
import process from "node:process";
import { serveWorkload } from "../serve-workload.js";
import { isWorkloadName, workloads } from "../workloads/workloads.js";

// serve.js WORKLOAD RECORDS MILLISECONDS: answers each request after so long; tells its address to the process that started it, and ends with that.
const [name, records, delay] = process.argv.slice(2);
if (!isWorkloadName(name)) throw new Error(`there is no workload ${name}`);

const server = serveWorkload(workloads[name](Number(records)), Number(delay));
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
process.once("disconnect", () => process.exit());
