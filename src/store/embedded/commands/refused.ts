/** Commands MongoDB has and this store has not: told apart from misspelt ones. */
export const REFUSED_COMMANDS: ReadonlySet<string> = new Set(
  `
  abortTransaction authenticate bulkWrite cloneCollectionAsCapped collMod collStats commitTransaction
  compact connPoolStats convertToCapped createRole createSearchIndexes createUser currentOp
  dbHash dbStats dropSearchIndex dropUser features fsync geoSearch
  getCmdLineOpts getDefaultRWConcern getLog getParameter hostInfo killAllSessions killOp
  logout mapReduce profile reIndex replSetGetStatus replSetInitiate saslContinue
  saslStart serverStatus setParameter shutdown top updateSearchIndex usersInfo
  validate whatsmyuri
  `
    .trim()
    .split(/\s+/),
);
