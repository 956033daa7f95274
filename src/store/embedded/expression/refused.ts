/** Operators of expressions that MongoDB has and this store has not: told apart from misspelt ones. */
export const REFUSED_EXPRESSIONS: ReadonlySet<string> = new Set(
  `
  $accumulator $acos $acosh $asin $asinh $atan $atan2
  $atanh $binarySize $bitAnd $bitNot $bitOr $bitXor $bsonSize
  $convert $cos $cosh $dateFromParts $dateFromString $dateToParts $degreesToRadians
  $firstN $function $lastN $maxN $median $meta $minN
  $percentile $radiansToDegrees $regexFind $regexFindAll $regexMatch $sampleRate $sin
  $sinh $stdDevPop $stdDevSamp $tan $tanh $toDecimal $toHashedIndexKey
  $tsIncrement $tsSecond $zip
  `
    .trim()
    .split(/\s+/),
);
