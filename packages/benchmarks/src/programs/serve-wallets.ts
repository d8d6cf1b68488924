import process from "node:process";
import { serveManyWallets } from "@spendbook/test-server/many-wallets";

// serve-wallets.js TRANSACTIONS DELAY: tells its address to the process that started it, then again and again how many
// requests came, and ends with that.
const [transactions, delayMs] = process.argv.slice(2).map(Number);
const wallets = await serveManyWallets({ transactions: transactions ?? 0, delayMs: delayMs ?? 0 });
process.send?.(wallets.url);
setInterval(() => process.send?.(wallets.requests()), 50);
process.once("disconnect", () => process.exit());
