import createNextIntlPlugin from 'next-intl/plugin';

process.env.NEXT_TELEMETRY_DISABLED = '1';

/** @type {import('next').NextConfig} */
const config = {
  // Native or engine code that must be required at run time, never bundled.
  serverExternalPackages: ['better-sqlite3', '@node-rs/argon2', 'sharp', 'pg'],
  poweredByHeader: false,
  // Everybody gets the title in the head, not only robots: pages are complete without script.
  htmlLimitedBots: /.*/,
  experimental: {
    // forbidden() and unauthorized() answer 403 and 401; without it they are a 500.
    authInterrupts: true,
    // The trail of refusals and traces in the log name functions by their own names.
    turbopackMinify: { server: false, client: true },
  },
  // Both type checks of `npm test` have run before its build; `npm run build` by itself checks.
  typescript: { ignoreBuildErrors: process.env.TYPES_CHECKED === '1' },
  turbopack: { root: import.meta.dirname },
};

export default createNextIntlPlugin('./app/i18n.ts')(config);
