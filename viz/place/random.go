package place

import "math"

// random is SplitMix64 (Steele, Lea, Flood 2014).
type random uint64

func (r *random) next() uint64 {
	*r += 0x9e3779b97f4a7c15
	z := uint64(*r)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// below returns a whole number from 0 to n-1.
func (r *random) below(n int) int { return int(r.next() >> 33 * uint64(n) >> 31) }

// within returns a whole number from -n to n.
func (r *random) within(n int32) int32 { return int32(r.below(int(2*n+1))) - n }

// chance returns true with a probability in percent.
func (r *random) chance(percent int) bool { return r.below(100) < percent }

// rises are 4096 quantiles of the exponential distribution, in 1/1024: a change
// for the worse is accepted if it is at most the temperature times one of them
// (Metropolis' rule). They are whole numbers, as all costs are, so that every
// machine finds the same placement.
var rises = func() (t [4096]int32) {
	for i := range t {
		t[i] = int32(math.Round(-1024 * math.Log((float64(i)+0.5)/float64(len(t)))))
	}
	return t
}()

// rise returns a random limit for the rise of the cost by a change.
func (r *random) rise(temperature int) int {
	return temperature * int(rises[r.next()>>52]) / 1024
}
