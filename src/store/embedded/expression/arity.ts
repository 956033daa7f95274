import { StoreError } from '../errors';

const WRONG_COUNT = 16020;

/** Operators with a fixed number of operands, or a least and a most; the others take any number. */
const arities: readonly (readonly [least: number, most: number, operators: string])[] = [
  [
    1,
    1,
    '$not $abs $ceil $floor $exp $sqrt $ln $log10 $toUpper $toLower $strLenCP $strLenBytes $isArray $size $first $last',
  ],
  [
    1,
    1,
    '$reverseArray $anyElementTrue $allElementsTrue $objectToArray $arrayToObject $sortArray $type $isNumber $trim $ltrim',
  ],
  [
    1,
    1,
    '$rtrim $replaceOne $replaceAll $toString $toInt $toLong $toDouble $toBool $toDate $toObjectId $year $month $week',
  ],
  [1, 1, '$dayOfMonth $dayOfYear $dayOfWeek $isoDayOfWeek $isoWeek $isoWeekYear $hour $minute $second $millisecond'],
  [1, 1, '$dateToString $dateTrunc $dateAdd $dateSubtract $dateDiff'],
  [
    2,
    2,
    '$eq $ne $gt $gte $lt $lte $cmp $in $arrayElemAt $setDifference $setIsSubset $subtract $divide $mod $log $pow',
  ],
  [2, 2, '$strcasecmp $split'],
  [1, 2, '$round $trunc'],
  [2, 3, '$slice $range'],
  [3, 3, '$substr $substrBytes $substrCP'],
  [2, 4, '$indexOfArray $indexOfCP $indexOfBytes'],
  [2, Number.POSITIVE_INFINITY, '$setEquals'],
];

const limits = new Map(
  arities.flatMap(([least, most, names]) => names.split(' ').map((name) => [name, { least, most }])),
);

/** @throws StoreError when an operator is given more or fewer operands than it takes */
export function checkArity(operator: string, count: number): void {
  const limit = limits.get(operator);
  if (!limit || (count >= limit.least && count <= limit.most)) return;
  const wanted = limit.least === limit.most ? String(limit.least) : `${limit.least} to ${limit.most}`;
  throw new StoreError(
    WRONG_COUNT,
    `Expression ${operator} takes exactly ${wanted} arguments. ${count} were passed in.`,
  );
}
