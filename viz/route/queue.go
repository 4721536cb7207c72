package route

// queue is a heap of states by price; of equal prices, the lower state is first. Each
// has up to four below it: fewer steps than with two.
type queue []int64

func (q *queue) push(price, state int32) {
	v := int64(price)<<32 | int64(state)
	*q = append(*q, v)
	h := *q
	i := len(h) - 1
	for i > 0 {
		p := (i - 1) / 4
		if h[p] <= v {
			break
		}
		h[i] = h[p]
		i = p
	}
	h[i] = v
}

func (q *queue) pop() (price, state int32) {
	h := *q
	n := len(h) - 1
	top, v := h[0], h[n]
	h = h[:n]
	*q = h
	i := 0
	for {
		c := 4*i + 1
		if c >= n {
			break
		}
		least, at := h[c], c
		for k, w := range h[c+1 : min(c+4, n)] {
			if w < least {
				least, at = w, c+1+k
			}
		}
		if least >= v {
			break
		}
		h[i] = least
		i = at
	}
	if n > 0 {
		h[i] = v
	}
	return int32(top >> 32), int32(top & 0xffffffff)
}
