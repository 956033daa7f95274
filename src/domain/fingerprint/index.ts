export { bands, firstNumber, probes } from './bands';
export { type Fingerprint, fingerprintVersion } from './fingerprint';
export { looksAlike, similarity } from './similarity';
