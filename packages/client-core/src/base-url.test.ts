import { expect, test } from "vitest";
import { checkBaseUrl } from "./base-url.js";

test.each([
  ["https://api.example.com/v1/", "https://api.example.com/v1"],
  ["http://127.0.0.1:4010", "http://127.0.0.1:4010"],
  ["http://localhost:4010/billing", "http://localhost:4010/billing"],
  ["http://[::1]:4010", "http://[::1]:4010"],
])("%s is accepted", (text, expected) => {
  expect(checkBaseUrl(text, "Test")).toBe(expected);
});

test.each([
  "http://api.example.com",
  "http://127.0.0.1.example.com",
  "http://localhost.example.com",
  "ftp://api.example.com",
  "https://user:word@api.example.com",
  "https://api.example.com?key=1",
  "api.example.com",
  "",
])("%j is refused before anything is sent", (text) => {
  expect(() => checkBaseUrl(text, "Test")).toThrow(expect.objectContaining({ code: "invalid_base_url" }));
});

test("a refused address with a password does not repeat the password", () => {
  expect(() => checkBaseUrl("https://user:hunter2@api.example.com", "Test")).not.toThrow(/hunter2/);
});
