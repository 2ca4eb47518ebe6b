import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'e2e',
  // Two cores, and a test is mostly waiting for the app: two at a time keep both busy without starving either.
  workers: 2,
  fullyParallel: true,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env['CI'] !== undefined,
})
