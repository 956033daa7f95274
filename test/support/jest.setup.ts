// Argon2 and the embedded store share two cores with everything else a test run does.
jest.setTimeout(60_000);
