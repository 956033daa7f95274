/** A photo as a case refers to it; the files lie in the photo store under its id. */
export interface Photo {
  /** Content address: SHA-256, 64 hex digits. */
  id: string;
  /** Pixels of the largest size kept. */
  width: number;
  height: number;
}
