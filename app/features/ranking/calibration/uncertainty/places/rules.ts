/** Values in one bin from which they are sorted by the engine. */
const crowded = 32;

/**
 * A function that tells of each of `n` finite values how many are lower, equals alike; its answer is the same array each time. Values
 * are dealt into bins of equal width and set in order within each, so that qualities, which lie close to normal, take time in
 * proportion to `n`: sorting them and looking each up takes longer than drawing them.
 */
export function placer(n: number): (values: Float64Array) => Int32Array {
  const bins = 2 * n;
  const ends = new Int32Array(bins + 1);
  const binOf = new Int32Array(n);
  const order = new Int32Array(n);
  const places = new Int32Array(n);
  return (values) => {
    deal(values, { bins, ends, binOf, order });
    setInOrder(values, order, ends);
    let place = 0;
    for (let at = 0; at < n; at += 1) {
      const i = order[at] as number;
      if (at > 0 && (values[i] as number) > (values[order[at - 1] as number] as number)) place = at;
      places[i] = place;
    }
    return places;
  };
}

type Dealt = { bins: number; ends: Int32Array; binOf: Int32Array; order: Int32Array };

/** Indices by bin; afterwards `ends[b]` is where bin b ends. */
function deal(values: Float64Array, { bins, ends, binOf, order }: Dealt): void {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const scale = high > low ? (bins - 1) / (high - low) : 0;
  ends.fill(0);
  for (let i = 0; i < values.length; i += 1) {
    const bin = Math.trunc(((values[i] as number) - low) * scale);
    binOf[i] = bin;
    ends[bin + 1] = (ends[bin + 1] as number) + 1;
  }
  for (let bin = 1; bin <= bins; bin += 1) ends[bin] = (ends[bin] as number) + (ends[bin - 1] as number);
  for (let i = 0; i < values.length; i += 1) {
    const bin = binOf[i] as number;
    const at = ends[bin] as number;
    order[at] = i;
    ends[bin] = at + 1;
  }
}

function setInOrder(values: Float64Array, order: Int32Array, ends: Int32Array): void {
  let from = 0;
  for (let bin = 0; bin < ends.length - 1; bin += 1) {
    const to = ends[bin] as number;
    if (to - from > crowded) order.subarray(from, to).sort((a, b) => (values[a] as number) - (values[b] as number));
    else insert(values, order, from, to);
    from = to;
  }
}

function insert(values: Float64Array, order: Int32Array, from: number, to: number): void {
  for (let at = from + 1; at < to; at += 1) {
    const i = order[at] as number;
    const value = values[i] as number;
    let hole = at;
    while (hole > from && (values[order[hole - 1] as number] as number) > value) {
      order[hole] = order[hole - 1] as number;
      hole -= 1;
    }
    order[hole] = i;
  }
}
