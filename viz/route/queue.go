package route

// queue is a heap of states by price; of equal prices, the lower state is first.
type queue []int64

func (q *queue) push(price, state int32) {
	v := int64(price)<<32 | int64(state)
	*q = append(*q, v)
	h := *q
	i := len(h) - 1
	for i > 0 {
		p := (i - 1) / 2
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
	top, v := h[0], h[len(h)-1]
	h = h[:len(h)-1]
	*q = h
	if n := len(h); n > 0 {
		i := 0
		for {
			c := 2*i + 1
			if c >= n {
				break
			}
			if c+1 < n && h[c+1] < h[c] {
				c++
			}
			if h[c] >= v {
				break
			}
			h[i] = h[c]
			i = c
		}
		h[i] = v
	}
	return int32(top >> 32), int32(top & 0xffffffff)
}
