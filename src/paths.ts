/**
 * Every URL once. The constants are the patterns the router takes; `link` fills them.
 * A change of state is a resource with a noun, so every POST reads as "make this".
 */
export const paths = {
  board: '/',
  health: '/healthz',
  assets: '/assets',

  signIn: '/sign-in',
  signOut: '/sign-out',
  profile: '/profile',

  pictureSearch: '/search/picture',
  desk: '/desk',
  watches: '/watches',
  watchSeen: '/watches/:watchId/seen',
  watchEnd: '/watches/:watchId/end',
  inbox: '/inbox',
  keptMailOriginal: '/inbox/:mailId/original',
  keptMailAssignment: '/inbox/:mailId/assignment',
  keptMailDiscard: '/inbox/:mailId/discard',
  myFinds: '/my-finds',
  shelf: '/shelf',
  newSpare: '/shelf/new',
  spare: '/shelf/:spareId',
  editSpare: '/shelf/:spareId/edit',
  spareConfirmation: '/shelf/:spareId/confirmation',
  spareGifts: '/shelf/:spareId/gifts',
  spareWithdrawal: '/shelf/:spareId/withdrawal',
  spareReservations: '/shelf/:spareId/reservations',
  spareEntry: '/shelf/:spareId/catalogue-entry',
  sparePhoto: '/shelf/:spareId/photos/:photoId/:file',
  happyEnds: '/happy-ends',
  insights: '/insights',
  insightsTable: '/insights/tables/:table',
  synonyms: '/admin/synonyms',

  catalogue: '/catalogue',
  newEntry: '/catalogue/new',
  entry: '/catalogue/:entryId',
  editEntry: '/catalogue/:entryId/edit',
  entryPhoto: '/catalogue/:entryId/photos/:photoId/:file',
  houseTexts: '/texts',
  houseText: '/texts/:piece/:language',

  newAppeal: '/appeals/new',
  appeals: '/appeals',
  typedMatches: '/appeals/new/matches',
  appeal: '/appeals/:id',
  editAppeal: '/appeals/:id/edit',
  photo: '/appeals/:id/photos/:photoId/:file',
  photoAdoption: '/appeals/:id/photos/:photoId/adoption',
  editPhoto: '/appeals/:id/photos/:photoId',
  photoBlur: '/appeals/:id/photos/:photoId/blur',
  photoOriginal: '/appeals/:id/photos/:photoId/original',
  photoRemoval: '/appeals/:id/photos/:photoId/removal',
  publication: '/appeals/:id/publication',
  story: '/appeals/:id/story',
  follow: '/appeals/:id/follow',
  unfollow: '/appeals/:id/follow/end',
  looks: '/appeals/:id/looks',
  leads: '/appeals/:id/leads',
  finds: '/appeals/:id/finds',
  findWithdrawal: '/appeals/:id/finds/:findId/withdrawal',
  findAcceptance: '/appeals/:id/finds/:findId/acceptance',
  findRefusal: '/appeals/:id/finds/:findId/refusal',
  findRelease: '/appeals/:id/finds/:findId/release',
  findHandOver: '/appeals/:id/finds/:findId/hand-over',
  findSlip: '/appeals/:id/finds/:findId/slip',
  findReceipt: '/appeals/:id/finds/:findId/receipt',
  appealEntry: '/appeals/:id/catalogue-entry',
  reservations: '/appeals/:id/reservations',
  reservationRelease: '/appeals/:id/finds/:findId/reservation/release',
  spareHandOver: '/appeals/:id/finds/:findId/reservation/hand-over',
  spareReturn: '/appeals/:id/finds/:findId/reservation/return',
  findShelving: '/appeals/:id/finds/:findId/shelving',
  owner: '/appeals/:id/owner',
  shipments: '/appeals/:id/shipments',
  label: '/appeals/:id/label',
  packingSlip: '/appeals/:id/packing-slip',
  delivery: '/appeals/:id/delivery',
  closure: '/appeals/:id/closure',
  reopening: '/appeals/:id/reopening',
  matches: '/appeals/:id/matches',
  dismissals: '/appeals/:id/dismissals',
  merger: '/appeals/:id/merger',
  mergerEnd: '/appeals/:id/merger/end',
  newUpdate: '/appeals/:id/updates/new',
  updates: '/appeals/:id/updates',
  updateWithdrawal: '/appeals/:id/updates/:messageId/withdrawal',
  updateRetry: '/appeals/:id/updates/:messageId/retry',
  updatePosting: '/appeals/:id/updates/:messageId/posting',
  statusLink: '/appeals/:id/status-link',
  statusLinkRevocation: '/appeals/:id/status-link/revocation',

  status: '/status/:token',
  statusPhoto: '/status/:token/photos/:photoId/:file',
  statusDelivery: '/status/:token/delivery',
  statusReplies: '/status/:token/replies',
  statusThanks: '/status/:token/thanks',
  statusConsent: '/status/:token/consent',
  statusAddress: '/status/:token/address',
  statusAddressConfirmation: '/status/:token/address/confirmation',
  statusWithdrawal: '/status/:token/withdrawal',
  statusData: '/status/:token/data',
  statusDeletion: '/status/:token/deletion',
} as const;

type Parameters<Pattern extends string> = Pattern extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Parameters<`/${Rest}`>
  : Pattern extends `${string}:${infer Name}`
    ? Name
    : never;

/**
 * Fills a pattern of `paths`.
 * @param values one value for every `:name` of the pattern; percent-encoded here
 */
export function link<Pattern extends string>(pattern: Pattern, values: Record<Parameters<Pattern>, string>): string {
  const byName: Record<string, string> = values;
  return pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(byName[name] ?? ''));
}
